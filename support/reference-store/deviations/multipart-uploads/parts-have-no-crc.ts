import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-10',
  mistake: 'Computes the CRC-64 of the object when it is completed, and of no part.',
  caughtAs: 'expected the header x-oss-hash-crc64ecma, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['UploadPart'], (headers) => without(headers, /^x-oss-hash-crc64ecma$/i)),
  }),
} satisfies Deviation;
