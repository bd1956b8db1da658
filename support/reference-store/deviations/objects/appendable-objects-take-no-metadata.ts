import { atSource, headOf, isCopy } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-08',
  mistake: 'Takes "an appendable object cannot be copied" to hold for a copy onto itself, too.',
  caughtAs: 'expected 200, got 409 ObjectNotCopyable',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const source = atSource(call);
      if (!isCopy(call) || source.bucket !== call.bucket || source.key !== call.key) return documented(call);
      const head = (await headOf(source, perform)) ?? [];
      if (headerValue(head, 'x-oss-object-type') !== 'Appendable') return documented(call);
      return new Refusal({ status: 409, code: 'ObjectNotCopyable', message: 'The object cannot be copied.' });
    }),
  }),
} satisfies Deviation;
