import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Reads the encryption headers of uploads only, and creates the bucket without the rule.',
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
  deviate: ({ buckets }) => ({
    buckets: {
      put: (creation, existing, view) => buckets.put(encryptionSetting.set(creation, null), existing, view),
    },
  }),
} satisfies Deviation;
