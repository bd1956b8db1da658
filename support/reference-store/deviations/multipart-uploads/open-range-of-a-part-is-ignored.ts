import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-23',
  mistake: 'Reads only ranges with two ends, and copies all of the source for the others.',
  caughtAs: 'with the described bytes, got other bytes',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['UploadPart'], (headers) =>
      headers.filter(([name, value]) => !(/^x-oss-copy-source-range$/i.test(name) && value.endsWith('-'))),
    ),
  }),
} satisfies Deviation;
