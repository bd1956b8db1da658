import type { Deviation } from '../../deviation.ts';

/** As in a shell. */
function asPattern(prefix: string): RegExp {
  return new RegExp(`^${prefix.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}`, 'su');
}

export default {
  clause: 'LSO-12',
  mistake: 'Passes the prefix to a file search, where a star matches any text.',
  caughtAs: 'expected no other object in the listing, got "fun"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        question.prefix.includes('*')
          ? listings.page(
              [...objects].filter(({ key }) => asPattern(question.prefix).test(key)),
              { ...question, prefix: '' },
            )
          : listings.page(objects, question),
    },
  }),
} satisfies Deviation;
