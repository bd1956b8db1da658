import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-29',
  mistake: 'Knows only the slash as a delimiter, because its objects are files.',
  caughtAs: 'expected no other object in the listing, got "a4b"',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) => {
        const question = listings.question(query);
        return question instanceof Refusal || question.delimiter === '/' ? question : { ...question, delimiter: '' };
      },
    },
  }),
} satisfies Deviation;
