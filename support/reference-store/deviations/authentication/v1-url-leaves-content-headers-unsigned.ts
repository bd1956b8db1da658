import { forOneReason } from '../../deviation.ts';
import { forSignedUrls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-53',
  mistake: 'Leaves the lines of Content-MD5 and Content-Type empty for a signed URL, as S3 examples do.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends a typed body by a V1 URL', 'AUTH-13', 'AUTH-37'),
    'OBJ-47': 'its V1 URLs upload with a Content-Type',
  },
  deviate: ({ authentication }) => ({
    authentication: forSignedUrls(authentication, (isUrl) => ({
      v1StringToSign: (parts) =>
        authentication.v1StringToSign(isUrl() ? { ...parts, contentMd5: '', contentType: '' } : parts),
    })),
  }),
} satisfies Deviation;
