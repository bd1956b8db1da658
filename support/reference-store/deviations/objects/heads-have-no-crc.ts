import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-03',
  mistake: 'Computes the CRC-64 while it sends the bytes, so HEAD has none.',
  caughtAs: 'expected the header x-oss-hash-crc64ecma, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['HeadObject'], (headers) => without(headers, /^x-oss-hash-crc64ecma$/i)),
  }),
} satisfies Deviation;
