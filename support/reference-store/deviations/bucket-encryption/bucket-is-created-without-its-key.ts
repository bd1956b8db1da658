import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Reads x-oss-server-side-encryption from PutBucket and ignores the header with the key id.',
  caughtAs: 'got the rule KMS',
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const rule = encryptionSetting.of(creation);
        const kept = rule && { ...rule, kmsMasterKeyId: null };
        return buckets.put(encryptionSetting.set(creation, kept), existing, view);
      },
    },
  }),
} satisfies Deviation;
