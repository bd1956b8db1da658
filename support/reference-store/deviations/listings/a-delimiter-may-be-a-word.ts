import { Refusal } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import { withoutParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-30',
  mistake: 'Folds names at a delimiter of any length, as S3 does.',
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) => {
        const question = listings.question(withoutParameter(query, 'delimiter'));
        return question instanceof Refusal
          ? question
          : { ...question, delimiter: queryValue(query, 'delimiter') ?? '' };
      },
    },
  }),
} satisfies Deviation;
