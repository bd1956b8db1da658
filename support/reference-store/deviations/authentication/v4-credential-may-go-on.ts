import type { Deviation } from '../../deviation.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';

const documented = 'aliyun_v4_request';
const longer = `${documented}/junk`;

export default {
  clause: 'AUTH-50',
  mistake: 'Checks how the terminator of the credential begins and not where it ends.',
  caughtAs: 'got 20',
  deviate({ authentication }) {
    let terminator = documented;
    return {
      authentication: {
        claim(request) {
          const header = headerValue(request.headers, 'authorization') ?? '';
          const parameter = queryValue(request.query, 'x-oss-credential') ?? '';
          terminator = header.includes(longer) || parameter.includes(longer) ? longer : documented;
          return authentication.claim({
            ...request,
            headers: request.headers.map(([name, value]) => [name, cut(value)]),
            query: request.query.map(([name, value = '']) => [name, cut(value)]),
          });
        },
        v4StringToSign: (timestamp, scope, canonicalRequest) =>
          authentication.v4StringToSign(timestamp, { ...scope, terminator }, canonicalRequest),
        v4SigningKey: (secret, scope) => authentication.v4SigningKey(secret, { ...scope, terminator }),
      },
    };
  },
} satisfies Deviation;

function cut(text: string): string {
  return text.replace(longer, documented);
}
