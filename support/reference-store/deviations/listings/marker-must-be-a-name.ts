import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-13',
  mistake: 'Looks the marker up among the names and lists nothing if it is none of them (versitygw pull request 264).',
  caughtAs: 'expected the object "d" in the listing, got a listing without it',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        const isKnown = question.after === '' || [...objects].some(({ key }) => key.startsWith(question.after));
        return listings.page(isKnown ? objects : [], question);
      },
    },
  }),
} satisfies Deviation;
