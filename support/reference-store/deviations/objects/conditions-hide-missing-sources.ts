import { atSource, isCopy, sizeOf } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import { preconditionFailed } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-10',
  mistake: 'Evaluates the conditions of a copy before it looks for the source, as RFC 9110 has it for uploads.',
  caughtAs: 'expected 404 NoSuchKey, got 412 PreconditionFailed',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const isConditional = headerValue(call.request.headers, 'x-oss-copy-source-if-match') !== undefined;
      if (!isCopy(call) || !isConditional) return documented(call);
      const isMissing = (await sizeOf(atSource(call), perform)) === null;
      return isMissing ? preconditionFailed('x-oss-copy-source-If-Match') : documented(call);
    }),
  }),
} satisfies Deviation;
