import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-59',
  mistake: 'Computes the CRC-64 of an object as its bytes arrive, and a completion brings none.',
  caughtAs: 'expected the header x-oss-hash-crc64ecma, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['CompleteMultipartUpload'], (headers) =>
      without(headers, /^x-oss-hash-crc64ecma$/i),
    ),
  }),
} satisfies Deviation;
