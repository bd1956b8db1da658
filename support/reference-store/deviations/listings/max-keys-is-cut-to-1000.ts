import { withParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-20',
  mistake: "Takes a max-keys of more than 1000 for 1000, as S3 and the vendor's own emulator do.",
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) =>
        listings.question(withParameter(query, 'max-keys', (text) => (Number(text) > 1000 ? '1000' : text))),
    },
  }),
} satisfies Deviation;
