import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-06',
  mistake: 'Shows the alias of the default key where the rule names none, to be helpful.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID alias/acs/oss',
  alsoCaughtBy: forOneReason('it reads back that a KMS rule names no key', 'PBE-10', 'PBE-18', 'PBE-19'),
  deviate: ({ rules }) => ({
    rules: {
      read(bucket, reader, buckets) {
        const rule = rules.read(bucket, reader, buckets);
        if (reader !== 'GetBucketEncryption' || rule?.algorithm !== 'KMS') return rule;
        return { ...rule, kmsMasterKeyId: rule.kmsMasterKeyId ?? 'alias/acs/oss' };
      },
    },
  }),
} satisfies Deviation;
