import type { QueryParameter } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-48',
  mistake: 'Knows a V4 URL by its credential and never looks at x-oss-signature-version.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const others = request.query.filter(([name]) => name !== 'x-oss-signature-version');
        const isV4Url = others.some(([name]) => name === 'x-oss-credential');
        const query: readonly QueryParameter[] = [...others, ['x-oss-signature-version', 'OSS4-HMAC-SHA256']];
        return authentication.claim(isV4Url ? { ...request, query } : request);
      },
    },
  }),
} satisfies Deviation;
