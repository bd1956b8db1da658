import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { noSuchRule } from '../../bucket-encryption/refusals.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-06',
  mistake: 'Answers the deletion of a missing rule the way GetBucketEncryption answers its reading.',
  caughtAs: 'expected 204, got 404 NoSuchServerSideEncryptionRule',
  deviate({ authorize, route }) {
    let hasRule = true;
    return {
      authorize(question, call) {
        hasRule = question.bucket === null || encryptionSetting.of(question.bucket) !== null;
        return authorize(question, call);
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || operation.name !== 'DeleteBucketEncryption') return operation;
        if (operation.scope !== 'bucket') return operation;
        return {
          ...operation,
          run: async (call: BucketCall) => (hasRule ? operation.run(call) : noSuchRule(call.bucket)),
        };
      },
    };
  },
} satisfies Deviation;
