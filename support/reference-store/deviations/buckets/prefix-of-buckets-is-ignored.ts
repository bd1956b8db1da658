import { Refusal } from '../../errors/refusal.ts';
import type { ServiceCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-04',
  mistake: 'Reads prefix in listings of objects only.',
  caughtAs: 'expected only buckets whose names begin with the prefix, got others too',
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
        return operation;
      return {
        ...operation,
        run({ request: asked, ...call }: ServiceCall) {
          const query = asked.query.filter(([name]) => name !== 'prefix');
          return operation.run({ ...call, request: { ...asked, query } });
        },
      };
    },
  }),
} satisfies Deviation;
