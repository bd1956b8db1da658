import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-23',
  mistake: 'Signs the names in AdditionalHeaders but not the headers themselves.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason('it signs an additional header', 'AUTH-19', 'AUTH-31', 'AUTH-58'),
  deviate: ({ authentication }) => ({
    authentication: { v4Headers: (headers) => authentication.v4Headers(headers, []) },
  }),
} satisfies Deviation;
