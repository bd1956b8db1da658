import { forOneReason } from '../../deviation.ts';
import { clausesWithV4Urls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Signs the query in the order it was sent.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('the parameters of a V4 URL come in another order than the signed one', ...clausesWithV4Urls()),
    'OBJ-47': 'the parameters of its V4 URLs are not in sorted order',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v4Query: (query) =>
        query
          .map((parameter) => authentication.v4Query([parameter]))
          .filter((parameter) => parameter !== '')
          .join('&'),
    },
  }),
} satisfies Deviation;
