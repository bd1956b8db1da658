import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const longest = 604_800;

export default {
  clause: 'AUTH-31',
  mistake: 'Sets no limit to x-oss-expires: a URL can be signed for ten years.',
  caughtAs: '200',
  alsoCaughtBy: { 'AUTH-52': 'a lifetime that is no number has no limit either' },
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        if (claim.version !== 'v4' || claim.placement !== 'url' || Number(claim.expires) <= longest)
          return authentication.validity(claim, request);
        const time = authentication.validity({ ...claim, expires: String(longest) }, request);
        return time instanceof Refusal ? time : { ...time, validUntil: new Date(8.64e15) };
      },
    },
  }),
} satisfies Deviation;
