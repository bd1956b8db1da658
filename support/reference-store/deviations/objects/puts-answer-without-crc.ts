import { changeAnswerHeaders, without, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-03',
  mistake: 'Has no CRC-64, because the store it was derived from has none.',
  caughtAs: 'expected the header x-oss-hash-crc64ecma, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['PutObject'], (headers, _answer, call) =>
      isCopy(call) ? headers : without(headers, /^x-oss-hash-crc64ecma$/i),
    ),
  }),
} satisfies Deviation;
