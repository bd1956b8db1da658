import { withParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-17',
  mistake: 'Reads an escaped plus sign as a space, because it undoes the form encoding after the escapes.',
  caughtAs: 'expected no other object in the listing, got "a b"',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) => listings.question(withParameter(query, 'prefix', (text) => text.replaceAll('+', ' '))),
    },
  }),
} satisfies Deviation;
