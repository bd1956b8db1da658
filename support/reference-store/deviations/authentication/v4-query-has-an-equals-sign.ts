import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Writes a parameter without a value as `encryption=` in the canonical query, as AWS signatures do.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it signs the sub-resource by V4', ...clausesSignedBy('v4', 'AUTH-21', 'AUTH-56', 'AUTH-57')),
    'ENV-34': 'its V4 row compares the string to sign of a request to ?encryption',
  },
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
