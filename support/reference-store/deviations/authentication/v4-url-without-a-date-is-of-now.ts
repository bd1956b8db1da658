import { readBasicIsoDate } from '../../http/http-date.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-52',
  mistake: 'Uses the time of the server where x-oss-date cannot be read.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        const time = authentication.validity(claim, request);
        if (claim.placement !== 'url' || claim.version !== 'v4' || readBasicIsoDate(claim.date) !== null) return time;
        const now = request.receivedAt;
        return {
          text: claim.date,
          signedAt: now,
          validFrom: new Date(0),
          validUntil: new Date(now.getTime() + 60_000),
        };
      },
    },
  }),
} satisfies Deviation;
