import { Refusal } from '../../errors/refusal.ts';
import { preconditionFailed } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-27',
  mistake: 'Answers every condition that is not met 412, as the English page says.',
  caughtAs: 'expected 304, got 412 PreconditionFailed',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], async (call, documented) => {
      const outcome = await documented(call);
      const isUnchanged = !(outcome instanceof Refusal) && outcome.status === 304;
      return isUnchanged ? preconditionFailed('x-oss-copy-source-if-none-match') : outcome;
    }),
  }),
} satisfies Deviation;
