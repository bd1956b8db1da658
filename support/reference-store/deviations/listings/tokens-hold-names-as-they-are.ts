import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import { withoutParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

const mark = 'after:';

export default {
  clause: 'LSO-25',
  mistake: 'Puts the last name into the token as it is, so that a client decodes its escapes (swift3 pull request 32).',
  caughtAs: 'expected',
  deviate: ({ listings }) => ({
    listings: {
      token: (after) => `${mark}${after}`,
      start: (query) => {
        const token = queryValue(query, 'continuation-token') ?? '';
        const start = listings.start(withoutParameter(query, 'continuation-token'));
        if (token === '' || start instanceof Refusal) return start;
        return token.startsWith(mark)
          ? token.slice(mark.length)
          : invalidArgument('The continuation token provided is incorrect.', { name: 'continuation-token' });
      },
    },
  }),
} satisfies Deviation;
