import type { SseAlgorithm } from '../../bucket-encryption/encryption-rule.ts';
import { readEncryptionHeaders } from '../../objects/operations/encryption-headers.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-12',
  mistake: 'Keeps the rule as the default header of uploads, and an upload with its own header replaces that default.',
  caughtAs: 'expected still the rule AES256, got the rule KMS',
  deviate({ route, rules }) {
    const replaced = new Map<string, SseAlgorithm>();
    return {
      route: replaceOperations(route, ['PutObject'], (call, documented) => {
        const { algorithm } = readEncryptionHeaders(call.request.headers);
        if (algorithm === 'KMS') replaced.set(call.bucket, algorithm);
        return documented(call);
      }),
      rules: {
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          const algorithm = replaced.get(bucket.name) ?? rule?.algorithm;
          return rule === null || algorithm === undefined ? rule : { ...rule, algorithm };
        },
      },
    };
  },
} satisfies Deviation;
