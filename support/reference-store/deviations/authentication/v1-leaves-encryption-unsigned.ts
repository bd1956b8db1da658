import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-05',
  mistake: 'Uses the documented list of signed sub-resources, which does not name `encryption`.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it signs the sub-resource by V1', ...clausesSignedBy('v1', 'AUTH-05', 'AUTH-56', 'AUTH-57')),
    'ENV-34': 'its V1 row compares the string to sign of a request to ?encryption',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) =>
        authentication.v1Resource(
          address,
          query.filter(([name]) => name !== 'encryption'),
        ),
    },
  }),
} satisfies Deviation;
