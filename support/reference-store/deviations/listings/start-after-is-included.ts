import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

/** A name right before that one; no scenario has a name between them. */
function justBefore(name: string): string {
  return `${name.slice(0, -1)}${String.fromCharCode(name.charCodeAt(name.length - 1) - 1)}~`;
}

export default {
  clause: 'LSO-13',
  mistake: 'Starts with the name in start-after instead of the one after it (versitygw issue 179).',
  caughtAs: 'expected no other object in the listing, got "b"',
  alsoCaughtBy: {
    'LSO-14': 'it starts after an object, too',
    'LSO-27': 'its first page starts after an object',
  },
  deviate: ({ listings }) => ({
    listings: {
      start: (query) => {
        const start = listings.start(query);
        const startAfter = queryValue(query, 'start-after') ?? '';
        return start === startAfter && startAfter !== '' ? justBefore(startAfter) : start;
      },
    },
  }),
} satisfies Deviation;
