import { withDefault } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-19',
  mistake: 'Lists 1000 names on a page without max-keys, as S3 does.',
  caughtAs: '"1000" in /ListBucketResult/MaxKeys instead of "100"',
  deviate: ({ listings }) => ({
    listings: { question: (query) => listings.question(withDefault(query, 'max-keys', '1000')) },
  }),
} satisfies Deviation;
