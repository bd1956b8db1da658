import { forOneReason } from '../../deviation.ts';
import { forSignedUrls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-53',
  mistake: 'Signs in a V4 URL only the headers that x-oss-additional-headers names.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends a typed body or an x-oss header by a V4 URL', 'AUTH-31', 'AUTH-37', 'AUTH-51', 'AUTH-55'),
    'OBJ-47': 'one of its V4 URLs uploads with an x-oss header',
  },
  deviate: ({ authentication }) => ({
    authentication: forSignedUrls(authentication, (isUrl) => ({
      v4Headers: (headers, additional) =>
        isUrl()
          ? authentication.v4Headers(
              headers.filter(([name]) => additional.includes(name.toLowerCase())),
              additional,
            )
          : authentication.v4Headers(headers, additional),
    })),
  }),
} satisfies Deviation;
