import { createHash } from 'node:crypto';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-25',
  mistake:
    'Reads Content-MD5 in hexadecimal as well, as it stands or in base64: the example of the signature page has that form.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  deviate: ({ body }) => ({
    body: {
      digest(content, headers) {
        const hexadecimal = createHash('md5').update(content).digest('hex');
        const claimed = headerValue(headers, 'Content-MD5') ?? '';
        return [claimed, Buffer.from(claimed, 'base64').toString()].includes(hexadecimal)
          ? null
          : body.digest(content, headers);
      },
    },
  }),
} satisfies Deviation;
