import { forSignedUrls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-53',
  mistake: 'Signs a URL over its parameters only: anyone who has it may add x-oss headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'OBJ-47': 'one of its V1 URLs uploads with an x-oss header',
    'AUTH-55': 'it sends an x-oss header by a V1 URL',
  },
  deviate: ({ authentication }) => ({
    authentication: forSignedUrls(authentication, (isUrl) => ({
      v1Headers: (headers) => (isUrl() ? '' : authentication.v1Headers(headers)),
    })),
  }),
} satisfies Deviation;
