import { Refusal } from '../../errors/refusal.ts';
import type { ServiceCall } from '../../http/operation.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-05',
  mistake: 'Looks for the bucket that marker names, and lists nothing where there is none.',
  caughtAs: 'expected the bucket in the listing, got a listing without it',
  deviate: ({ buckets, route }) => {
    let marker = '';
    return {
      buckets: {
        visible(principal, view) {
          const all = buckets.visible(principal, view);
          return marker === '' || all.some(({ name }) => name === marker) ? all : [];
        },
      },
      route(request, address, operations) {
        const operation = route(request, address, operations);
        if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
          return operation;
        return {
          ...operation,
          run(call: ServiceCall) {
            marker = queryValue(call.request.query, 'marker') ?? '';
            return operation.run(call);
          },
        };
      },
    };
  },
} satisfies Deviation;
