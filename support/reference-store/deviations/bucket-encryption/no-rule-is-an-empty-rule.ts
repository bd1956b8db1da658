import { forOneReason } from '../../deviation.ts';
import { Refusal } from '../../errors/refusal.ts';
import { xmlAnswer } from '../../http/answer.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

const emptyRule = '<ServerSideEncryptionRule></ServerSideEncryptionRule>';

export default {
  clause: 'GBE-10',
  mistake: 'Answers a missing rule with 200 and an empty document, because nothing went wrong.',
  caughtAs: 'expected 404 NoSuchServerSideEncryptionRule, got 200 ServerSideEncryptionRule',
  alsoCaughtBy: {
    'DBE-11': 'it expects no rule after the deletion that is allowed',
    ...forOneReason('its bucket has no rule', 'GBE-11', 'GBE-14', 'DBE-01', 'DBE-04', 'DBE-06'),
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'GetBucketEncryption') return operation;
      if (operation.scope !== 'bucket') return operation;
      return {
        ...operation,
        async run(call: BucketCall) {
          const outcome = await operation.run(call);
          const hasNone = outcome instanceof Refusal && outcome.code === 'NoSuchServerSideEncryptionRule';
          return hasNone ? xmlAnswer(200, emptyRule) : outcome;
        },
      };
    },
  }),
} satisfies Deviation;
