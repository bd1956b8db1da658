import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-01',
  mistake: 'Compares the query with the text "encryption" when it routes a PUT, so "encryption=" becomes PutBucket.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  deviate: ({ route }) => ({
    route: (request, address, operations) => {
      const query = request.query.filter(([name, value]) => name !== 'encryption' || value === undefined);
      return route(request.method === 'PUT' ? { ...request, query } : request, address, operations);
    },
  }),
} satisfies Deviation;
