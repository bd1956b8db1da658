import { createHash } from 'node:crypto';
import { withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-15',
  mistake: 'Skips an Object without a key and deletes the others.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const text = Buffer.from(asked.body)
          .toString()
          .replaceAll(/<Object>(<Key><\/Key>)?<\/Object>/g, '');
        const body = Buffer.from(text);
        if (body.length === asked.body.length) return objects.deletion(asked);
        const md5 = createHash('md5').update(body).digest('base64');
        return objects.deletion({
          body,
          request: { ...asked.request, headers: withValue(asked.request.headers, 'Content-MD5', md5) },
        });
      },
    },
  }),
} satisfies Deviation;
