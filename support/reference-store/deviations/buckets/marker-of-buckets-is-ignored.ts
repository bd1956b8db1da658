import { Refusal } from '../../errors/refusal.ts';
import type { ServiceCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-05',
  mistake: 'Sends the first page again and again: marker is not read.',
  caughtAs: 'expected a listing without the bucket, got one with it',
  alsoCaughtBy: {
    'LSB-09': 'the second page is the first one again',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
        return operation;
      return {
        ...operation,
        run({ request: asked, ...call }: ServiceCall) {
          const query = asked.query.filter(([name]) => name !== 'marker');
          return operation.run({ ...call, request: { ...asked, query } });
        },
      };
    },
  }),
} satisfies Deviation;
