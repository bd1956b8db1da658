import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-30',
  mistake: 'Knows two states of a key, so one that awaits its material or its deletion is reported as disabled.',
  caughtAs: 'expected 409 KeyPendingDeletion, got 409 KeyDisabled',
  deviate: ({ errors }) => ({
    errors: {
      refusal(refusal, call) {
        if (refusal.code !== 'KeyPendingDeletion' && refusal.code !== 'KeyPendingImport')
          return errors.refusal(refusal, call);
        const disabled = {
          code: 'KeyDisabled',
          message: 'The request was rejected because the key state is Disabled.',
        };
        return errors.refusal(new Refusal({ status: 409, ...disabled }), call);
      },
    },
  }),
} satisfies Deviation;
