import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-03',
  mistake: 'Computes the CRC-64 of what it sends, which for a range is not that of the object.',
  caughtAs: 'expected x-oss-hash-crc64ecma: 3231342946509354535, got',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObject'], (headers, { status }) =>
      status === 206 ? withValue(headers, 'x-oss-hash-crc64ecma', '11051210869376104954') : headers,
    ),
  }),
} satisfies Deviation;
