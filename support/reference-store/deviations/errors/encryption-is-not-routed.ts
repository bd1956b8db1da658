import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-27',
  mistake: 'Does not know ?encryption and serves the bucket operation of the same method instead.',
  caughtAs: 'as an encryption answer, got 200 ListBucketResult',
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      route({ ...request, query: request.query.filter(([name]) => name !== 'encryption') }, address, operations),
  }),
} satisfies Deviation;
