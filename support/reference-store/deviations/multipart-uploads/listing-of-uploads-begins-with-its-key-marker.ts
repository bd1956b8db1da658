import { changeUploadListing, withParameter } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

/** Greater than every name before this one that a scenario has. */
function justBefore(name: string): string {
  const last = name.length - 1;
  return `${name.slice(0, last)}${String.fromCharCode(name.charCodeAt(last) - 1)}~`;
}

export default {
  clause: 'MPU-55',
  mistake: 'Lists the uploads of the name in key-marker again (Apache Ozone HDDS-13290).',
  caughtAs: 'more than one Upload below /ListMultipartUploadsResult',
  deviate: ({ route }) => ({
    route: changeUploadListing(route, (query) =>
      query.some(([name]) => name === 'upload-id-marker') ? query : withParameter(query, 'key-marker', justBefore),
    ),
  }),
} satisfies Deviation;
