import { headerValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

const known = new Set<string | undefined>([undefined, 'private', 'public-read', 'public-read-write']);

export default {
  clause: 'BKT-08',
  mistake: 'Takes an ACL that it does not know for private, the safest one.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'PutBucket' || operation.scope !== 'bucket')
        return operation;
      if (known.has(headerValue(request.headers, 'x-oss-acl'))) return operation;
      return {
        ...operation,
        run(call: BucketCall) {
          const headers = call.request.headers.filter(([name]) => name.toLowerCase() !== 'x-oss-acl');
          return operation.run({ ...call, request: { ...call.request, headers } });
        },
      };
    },
  }),
} satisfies Deviation;
