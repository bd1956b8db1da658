import { copiesAppendableOntoItself } from '../../changed-exchange.ts';
import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-08',
  mistake: 'Takes "an appendable object cannot be copied" to hold for a copy onto itself, too.',
  caughtAs: 'expected 200, got 409 ObjectNotCopyable',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      if (!(await copiesAppendableOntoItself(call, perform))) return documented(call);
      return new Refusal({ status: 409, code: 'ObjectNotCopyable', message: 'The object cannot be copied.' });
    }),
  }),
} satisfies Deviation;
