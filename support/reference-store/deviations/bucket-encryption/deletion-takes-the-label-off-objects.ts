import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-09',
  mistake: 'Reads from the bucket whether an object is encrypted, so without a rule none is reported as encrypted.',
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: {
    'OBJ-50': 'it asks for the head of an object after the rule was deleted',
  },
  deviate({ rules }) {
    const ruleless = new Set<string>();
    return {
      rules: {
        remove(bucket, buckets) {
          if (encryptionSetting.of(bucket) !== null) ruleless.add(bucket.name);
          return rules.remove(bucket, buckets);
        },
      },
      answer(answer, { bucket, operation }) {
        const isRead = operation?.name === 'GetObject' || operation?.name === 'HeadObject';
        if (!isRead || bucket === null || !ruleless.has(bucket.name)) return answer;
        return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-server-side')) };
      },
    };
  },
} satisfies Deviation;
