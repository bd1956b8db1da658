import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const conflict = new Refusal({
  status: 409,
  code: 'OperationAborted',
  message: 'A conflicting operation is in progress against this resource.',
});

export default {
  clause: 'PBE-18',
  mistake: 'Requires the old rule to be deleted first: a PUT on a bucket with a rule is a conflict.',
  caughtAs: 'expected the request to be accepted, got 409 OperationAborted',
  alsoCaughtBy: {
    'PBE-30': 'its near-miss twin sets a rule where there is one',
    'GBE-08': 'it sets one rule after another',
  },
  deviate({ authorize, encryption }) {
    let hasRule = false;
    return {
      authorize(question, call) {
        hasRule = question.bucket !== null && encryptionSetting.of(question.bucket) !== null;
        return authorize(question, call);
      },
      encryption: {
        validateRule(proposal) {
          const validation = encryption.validateRule(proposal);
          return hasRule && !(validation instanceof Refusal) ? conflict : validation;
        },
      },
    };
  },
} satisfies Deviation;
