import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Signs the query in the order it was sent.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason(
      'the parameters of a V4 URL come in another order than the signed one',
      'AUTH-31',
      'AUTH-32',
      'AUTH-33',
      'AUTH-34',
      'AUTH-37',
      'AUTH-51',
      'AUTH-52',
      'AUTH-53',
      'AUTH-55',
      'AUTH-56',
      'AUTH-57',
      'AUTH-58',
    ),
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
