import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-02',
  mistake: 'Computes the MD5 of every object and sends it, whatever its type.',
  caughtAs: 'expected Content-MD5: (none), got',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['HeadObject'], (headers) =>
      headerValue(headers, 'x-oss-object-type') === 'Multipart'
        ? withValue(headers, 'Content-MD5', '1B2M2Y8AsgTpgAmY7PhCfg==')
        : headers,
    ),
  }),
} satisfies Deviation;
