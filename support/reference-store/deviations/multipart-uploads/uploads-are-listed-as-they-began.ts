import { changeDocument } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

/** The ids of this store begin with the time. */
function idOf(upload: string): string {
  return /<UploadId>(.*)<\/UploadId>/.exec(upload)?.[1] ?? '';
}

function inOrderOfInitiation(xml: string): string {
  const uploads = xml.match(/<Upload>.*?<\/Upload>/g) ?? [];
  const sorted = uploads.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  return xml.replace(/<Upload>.*<\/Upload>/, sorted.join(''));
}

export default {
  clause: 'MPU-54',
  mistake: 'Lists uploads in the order in which they began.',
  caughtAs: 'in /ListMultipartUploadsResult/Upload/Key instead of',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'ListMultipartUploads' ? changeDocument(answer, inOrderOfInitiation) : answer,
  }),
} satisfies Deviation;
