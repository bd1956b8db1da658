import { createHash } from 'node:crypto';
import { withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-11',
  mistake: 'Compares the Content-MD5 of a deletion only if it is sent, as S3 does today.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const md5 = createHash('md5').update(asked.body).digest('base64');
        const headers = asked.request.headers;
        if (headerValue(headers, 'Content-MD5') !== undefined) return objects.deletion(asked);
        return objects.deletion({
          ...asked,
          request: { ...asked.request, headers: withValue(headers, 'Content-MD5', md5) },
        });
      },
    },
  }),
} satisfies Deviation;
