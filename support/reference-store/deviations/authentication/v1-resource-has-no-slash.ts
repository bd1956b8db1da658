import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-04',
  mistake: 'Signs /bucket?encryption, as the sample on the SignatureDoesNotMatch page shows it.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason(
      'it signs the resource of a bucket by V1',
      ...clausesSignedBy('v1', 'AUTH-04', 'AUTH-56', 'AUTH-57'),
    ),
    'ENV-34': 'its V1 row compares the string to sign',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) => authentication.v1Resource(address, query).replace(/^(\/[^/]+)\/(?=\?|$)/, '$1'),
    },
  }),
} satisfies Deviation;
