import { forOneReason } from '../../deviation.ts';
import { clausesWithV4Urls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Signs the query in the order it was sent.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('the parameters of a V4 URL come in another order than the signed one', ...clausesWithV4Urls()),
    ...forOneReason(
      'its requests have several parameters, which are not in sorted order',
      'LSB-02',
      'LSB-04',
      'LSB-05',
      'LSB-07',
      'LSB-08',
      'LSB-09',
      'LSB-10',
      'LSB-11',
      'LSO-02',
      'LSO-03',
      'LSO-05',
      'LSO-14',
      'LSO-23',
      'LSO-25',
      'LSO-26',
      'LSO-27',
      'LSO-28',
      'LSO-29',
      'LSO-30',
      'LSO-31',
      'LSO-32',
      'LSO-33',
      'LSO-34',
      'LSO-36',
      'MPU-01',
      'MPU-11',
      'MPU-30',
      'MPU-51',
      'MPU-52',
      'MPU-53',
      'MPU-55',
      'MPU-56',
      'MPU-64',
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
