import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Reads the data cipher from x-oss-server-side-encryption-data-encryption, the name its own code would use.',
  caughtAs: 'expected SSEAlgorithm KMS and KMSDataEncryption SM4, got the rule KMS',
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const rule = encryptionSetting.of(creation);
        const kept = rule && { ...rule, kmsDataEncryption: null };
        return buckets.put(encryptionSetting.set(creation, kept), existing, view);
      },
    },
  }),
} satisfies Deviation;
