import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-01',
  mistake: 'Compares the query with the text "encryption" when it routes a GET, so "encryption=" lists the objects.',
  caughtAs: 'got 200 ListBucketResult',
  alsoCaughtBy: forOneReason('"encryption=" is among the queries that it signs', 'AUTH-05', 'AUTH-21'),
  deviate: ({ route }) => ({
    route: (request, address, operations) => {
      const query = request.query.filter(([name, value]) => name !== 'encryption' || value === undefined);
      return route(request.method === 'GET' ? { ...request, query } : request, address, operations);
    },
  }),
} satisfies Deviation;
