import { headOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-08',
  mistake: 'Treats an append at 0 as the start of a new object, even if a Normal object exists.',
  caughtAs: 'expected 409 ObjectNotAppendable, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const type = headerValue((await headOf(call, perform)) ?? [], 'x-oss-object-type');
      if (type === 'Normal' && queryValue(call.request.query, 'position') === '0')
        await perform(
          'DeleteObject',
          withHeaders(call, () => []),
        );
      return documented(call);
    }),
  }),
} satisfies Deviation;
