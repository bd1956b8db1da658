import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Writes a parameter without a value as `encryption=` in the canonical query, as AWS signatures do.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it signs the sub-resource by V4',
    'AUTH-18',
    'AUTH-19',
    'AUTH-20',
    'AUTH-22',
    'AUTH-23',
    'AUTH-24',
    'AUTH-25',
    'AUTH-26',
    'AUTH-29',
    'AUTH-30',
    'AUTH-31',
    'AUTH-32',
    'AUTH-33',
    'AUTH-34',
    'AUTH-37',
    'ENV-29',
  ),
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Query: (query) =>
        authentication
          .v4Query(query)
          .split('&')
          .map((parameter) => (parameter === '' || parameter.includes('=') ? parameter : `${parameter}=`))
          .join('&'),
    },
  }),
} satisfies Deviation;
