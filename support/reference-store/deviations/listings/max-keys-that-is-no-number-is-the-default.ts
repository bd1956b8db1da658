import { withParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-20',
  mistake: 'Falls back to the default for a max-keys that is no number (noobaa-core pull request 2612).',
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) =>
        listings.question(withParameter(query, 'max-keys', (text) => (Number.isNaN(Number(text)) ? '100' : text))),
    },
  }),
} satisfies Deviation;
