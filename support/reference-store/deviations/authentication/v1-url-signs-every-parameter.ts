import { forSignedUrls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

const ownParameters: ReadonlySet<string> = new Set(['OSSAccessKeyId', 'Expires', 'Signature']);

export default {
  clause: 'AUTH-54',
  mistake: 'Signs every parameter of a V1 URL but those of the signature.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: forSignedUrls(authentication, (isUrl) => ({
      v1Resource(address, query) {
        const resource = authentication.v1Resource(address, query);
        const extra = query.filter(([name]) => isUrl() && !ownParameters.has(name) && !resource.includes(name));
        return extra.reduce((text, [name, value = '']) => `${text}&${name}=${value}`, resource);
      },
    })),
  }),
} satisfies Deviation;
