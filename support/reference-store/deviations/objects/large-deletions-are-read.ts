import { createHash } from 'node:crypto';
import { withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-13',
  mistake: 'Has no limit for the body of a deletion except its memory.',
  caughtAs: 'expected 400 MalformedXML, got 200',
  deviate: ({ objects }) => ({
    objects: {
      deletion(asked) {
        if (asked.body.length <= 2 * 1024 * 1024) return objects.deletion(asked);
        const body = Buffer.from(Buffer.from(asked.body).toString().trim());
        const md5 = createHash('md5').update(body).digest('base64');
        return objects.deletion({
          body,
          request: { ...asked.request, headers: withValue(asked.request.headers, 'Content-MD5', md5) },
        });
      },
    },
  }),
} satisfies Deviation;
