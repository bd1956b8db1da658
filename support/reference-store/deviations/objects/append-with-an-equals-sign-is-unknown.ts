import { notImplemented } from '../../http/routing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-01',
  mistake: 'Compares the query with the text "append", so ?append= is another request.',
  caughtAs: 'expected the request to be accepted, got 400',
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      request.query.some(([name, value]) => name === 'append' && value === '')
        ? notImplemented('append')
        : route(request, address, operations),
  }),
} satisfies Deviation;
