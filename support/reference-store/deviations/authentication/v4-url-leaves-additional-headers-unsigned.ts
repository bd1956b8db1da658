import { forSignedUrls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-58',
  mistake: 'Reads AdditionalHeaders from the header only: what a URL names is not in the canonical headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-31': 'it signs an additional header in a V4 URL' },
  deviate: ({ authentication }) => ({
    authentication: forSignedUrls(authentication, (isUrl) => ({
      v4Headers: (headers, additional) => authentication.v4Headers(headers, isUrl() ? [] : additional),
    })),
  }),
} satisfies Deviation;
