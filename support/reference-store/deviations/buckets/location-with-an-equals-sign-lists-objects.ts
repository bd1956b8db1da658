import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-36',
  mistake: 'Compares the query with the text "location" when it routes a GET, so "location=" lists the objects.',
  caughtAs: '/ListBucketResult instead of /LocationConstraint',
  deviate: ({ route }) => ({
    route: (request, address, operations) => {
      const query = request.query.filter(([name, value]) => name !== 'location' || value === undefined);
      return route(request.method === 'GET' ? { ...request, query } : request, address, operations);
    },
  }),
} satisfies Deviation;
