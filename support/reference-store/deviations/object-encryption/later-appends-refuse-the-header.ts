import { invalidArgument } from '../../errors/refusal.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-20',
  mistake: 'Refuses encryption headers on every append but the first, instead of ignoring them.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], (call, documented) => {
      const { headers, query } = call.request;
      const isLater = queryValue(query, 'position') !== '0';
      return isLater && headerValue(headers, 'x-oss-server-side-encryption') !== undefined
        ? invalidArgument('The encryption of an appendable object cannot be changed.')
        : documented(call);
    }),
  }),
} satisfies Deviation;
