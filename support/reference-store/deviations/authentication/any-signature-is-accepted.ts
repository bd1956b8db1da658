import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-37',
  mistake: 'Looks up the access key and does not check the signature, as emulators do.',
  caughtAs: '200',
  alsoCaughtBy: {
    ...forOneReason(
      'it has requests that are signed wrong',
      'AUTH-02',
      'AUTH-03',
      'AUTH-04',
      'AUTH-05',
      'AUTH-10',
      'AUTH-13',
      'AUTH-15',
      'AUTH-17',
      'AUTH-19',
      'AUTH-20',
      'AUTH-21',
      'AUTH-22',
      'AUTH-23',
      'AUTH-26',
      'AUTH-32',
      'AUTH-34',
      'AUTH-53',
      'AUTH-56',
      'AUTH-58',
      'AUTH-59',
      'AUTH-62',
      'POST-01',
    ),
    'ENV-08': 'it sends a HEAD with a wrong secret',
    'ENV-34': 'it sends requests with a wrong secret',
  },
  deviate: () => ({ authentication: { matches: () => true } }),
} satisfies Deviation;
