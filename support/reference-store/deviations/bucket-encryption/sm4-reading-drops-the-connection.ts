import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-04',
  mistake: 'Has no name for SM4 in its table of algorithms, so the handler crashes with the connection open.',
  caughtAs: 'while ListBuckets was answered after each',
  alsoCaughtBy: { 'GBE-06': 'it reads an SM4 rule' },
  deviate: () => ({
    answer: (answer, { operation, bucket }) =>
      operation?.name === 'GetBucketEncryption' && bucket && encryptionSetting.of(bucket)?.algorithm === 'SM4'
        ? { ...answer, delivery: 'drop' }
        : answer,
  }),
} satisfies Deviation;
