import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-17',
  mistake: 'Compares Content-MD5 with whole objects only.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['UploadPart'], (headers) => without(headers, /^content-md5$/i)),
  }),
} satisfies Deviation;
