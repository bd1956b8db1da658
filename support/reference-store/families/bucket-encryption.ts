import { documentedEncryption, documentedRules } from '../bucket-encryption/behaviour.ts';
import { encryptionSetting, readPutBucketRule } from '../bucket-encryption/encryption-setting.ts';
import { bucketEncryptionOperations } from '../bucket-encryption/operations.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Family } from '../family.ts';

const bucketEncryption: Family = {
  behaviour: { encryption: documentedEncryption, rules: documentedRules },
  settings: ({ encryption, rules }) => [
    {
      setting: encryptionSetting,
      fromPutBucket(headers) {
        const rule = readPutBucketRule(headers, encryption.validateRule);
        return rule instanceof Refusal ? rule : encryptionSetting.set({ settings: {} }, rule).settings;
      },
      inBucketInfo: (bucket, buckets) => encryption.writeInfoRule(rules.read(bucket, 'GetBucketInfo', buckets)),
    },
  ],
  // PBE-24, GBE-09, DBE-04.
  delegatedActions: ['oss:PutBucketEncryption', 'oss:GetBucketEncryption', 'oss:DeleteBucketEncryption'],
  operations: ({ behaviour: { encryption, rules }, buckets }) =>
    bucketEncryptionOperations({ buckets, encryption, rules }),
};

export default bucketEncryption;
