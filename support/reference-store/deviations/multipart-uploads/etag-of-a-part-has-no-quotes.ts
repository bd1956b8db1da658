import { changeAnswerHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-09',
  mistake: 'Answers the digest of a part as it is, as one sample of the page does.',
  caughtAs: 'expected the MD5 of the object in double quotes as its ETag',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['UploadPart'], (headers) =>
      headers.map(([name, value]) => [name, name === 'ETag' ? value.replaceAll('"', '') : value]),
    ),
  }),
} satisfies Deviation;
