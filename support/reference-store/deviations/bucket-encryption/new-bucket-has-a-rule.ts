import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-13',
  mistake: 'Gives every new bucket an AES256 rule, as S3 has done since 2023.',
  caughtAs: 'expected no rule, got the rule AES256',
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const changes = buckets.put(creation, existing, view);
        if (changes instanceof Refusal || existing) return changes;
        return changes.map((change) =>
          change.kind === 'save' && encryptionSetting.of(change.record) === null
            ? {
                kind: 'save',
                record: encryptionSetting.set(change.record, {
                  algorithm: 'AES256',
                  kmsMasterKeyId: null,
                  kmsDataEncryption: null,
                }),
              }
            : change,
        );
      },
    },
  }),
} satisfies Deviation;
