import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-01',
  mistake:
    'Compares the query with the text "encryption" when it routes a DELETE, so "encryption=" deletes the bucket.',
  caughtAs: 'expected no rule, got 404 NoSuchBucket',
  deviate: ({ route }) => ({
    route: (request, address, operations) => {
      const query = request.query.filter(([name, value]) => name !== 'encryption' || value === undefined);
      return route(request.method === 'DELETE' ? { ...request, query } : request, address, operations);
    },
  }),
} satisfies Deviation;
