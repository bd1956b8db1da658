import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-02',
  mistake: 'Answers a deleted rule with 200, which ossutil reports as a failure.',
  caughtAs: 'expected 204, got 200',
  deviate: () => ({
    answer: (answer, { operation, bucket }) =>
      operation?.name === 'DeleteBucketEncryption' && answer.status === 204 && bucket && encryptionSetting.of(bucket)
        ? { ...answer, status: 200 }
        : answer,
  }),
} satisfies Deviation;
