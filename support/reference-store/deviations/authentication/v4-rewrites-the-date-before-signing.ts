import type { Deviation } from '../../deviation.ts';
import { basicIsoDate, readHttpDate } from '../../http/http-date.ts';

export default {
  clause: 'AUTH-26',
  mistake: 'Parses the date and signs it in its own format, which differs from that of Date.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-25': 'it is dated by Date alone' },
  deviate: ({ authentication }) => ({
    authentication: {
      v4StringToSign(timestamp, scope, canonicalRequest) {
        const time = readHttpDate(timestamp);
        return authentication.v4StringToSign(time === null ? timestamp : basicIsoDate(time), scope, canonicalRequest);
      },
    },
  }),
} satisfies Deviation;
