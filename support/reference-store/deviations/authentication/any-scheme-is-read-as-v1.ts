import { changeAuthorization } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-48',
  mistake:
    'Splits Authorization at the space and the colon and never looks at the scheme, so "AWS id:sig" is good too.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: changeAuthorization(authentication, (text) => text.replace(/^(?!OSS4-)[^ ]+/, 'OSS')),
  }),
} satisfies Deviation;
