import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import { encryptionOf, replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-09',
  mistake:
    'Stores the data keys with the rule and deletes them with it: objects encrypted under the rule can no longer be read.',
  caughtAs: 'expected the object, got 403 AccessDenied',
  alsoCaughtBy: {
    'OBJ-50': 'it reads an object back after the rule was deleted',
  },
  deviate({ route, rules }) {
    const ruleless = new Set<string>();
    return {
      rules: {
        remove(bucket, buckets) {
          if (encryptionSetting.of(bucket) !== null) ruleless.add(bucket.name);
          return rules.remove(bucket, buckets);
        },
      },
      route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
        const isLost = ruleless.has(call.bucket) && (await encryptionOf(call, perform)) !== null;
        if (!isLost) return documented(call);
        return new Refusal({ status: 403, code: 'AccessDenied', message: 'The data key cannot be found.' });
      }),
    };
  },
} satisfies Deviation;
