import { notImplemented } from '../../http/routing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-01',
  mistake: 'Compares the query with the text "delete", so ?delete= is another request.',
  caughtAs: 'expected 200, got 400',
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      request.query.some(([name, value]) => name === 'delete' && value === '')
        ? notImplemented('delete')
        : route(request, address, operations),
  }),
} satisfies Deviation;
