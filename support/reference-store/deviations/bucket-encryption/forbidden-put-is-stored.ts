import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Stores the rule first and checks the permission afterwards.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: { 'PBE-40': 'a sub-account without the right is refused, too' },
  deviate({ authorize, encryption, rules }) {
    let denied: Refusal | null = null;
    let asked: EncryptionRule | Refusal | null = null;
    return {
      authorize(question, call) {
        const refusal = authorize(question, call);
        const isPut = question.action === 'oss:PutBucketEncryption' && question.bucket !== null;
        denied = isPut ? refusal : null;
        asked = null;
        return isPut ? null : refusal;
      },
      encryption: {
        validateRule(proposal) {
          asked = encryption.validateRule(proposal);
          return denied ?? asked;
        },
      },
      rules: {
        write: (attempt) => rules.write(asked === null ? attempt : { ...attempt, validation: asked }),
      },
    };
  },
} satisfies Deviation;
