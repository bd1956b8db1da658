import { withParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

function decodedAgain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export default {
  clause: 'LSO-17',
  mistake: 'Decodes the query that its web framework has decoded already (floci pull request 1736).',
  caughtAs: 'expected no other object in the listing, got "a+b"',
  deviate: ({ listings }) => ({
    listings: { question: (query) => listings.question(withParameter(query, 'prefix', decodedAgain)) },
  }),
} satisfies Deviation;
