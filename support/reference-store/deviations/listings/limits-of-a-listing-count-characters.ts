import { Refusal } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import { withParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-15',
  mistake: 'Counts the characters of a prefix instead of its bytes.',
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) => {
        const prefix = queryValue(query, 'prefix') ?? '';
        const question = listings.question(withParameter(query, 'prefix', (text) => 'k'.repeat(text.length)));
        return question instanceof Refusal ? question : { ...question, prefix };
      },
    },
  }),
} satisfies Deviation;
