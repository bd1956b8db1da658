import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Stores the rule before it validates it: the answer is right, but the bucket has an unusable rule.',
  caughtAs: 'expected still the rule AES256, got the rule DES',
  alsoCaughtBy: {
    'PBE-26': 'the bucket has a rule after the refusal',
    'GBE-08': 'a rule that was refused is read',
  },
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, proposal, validation } = attempt;
        const isKnown = !(validation instanceof Refusal) || validation.code !== 'InvalidEncryptionAlgorithmError';
        if (isKnown || !proposal?.algorithm) return rules.write(attempt);
        // The store’s own type has no such algorithm, which is the mistake.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
        const algorithm = proposal.algorithm as 'AES256';
        const rule = { algorithm, kmsMasterKeyId: null, kmsDataEncryption: null };
        return [{ kind: 'save', record: encryptionSetting.set(bucket, rule) }];
      },
    },
  }),
} satisfies Deviation;
