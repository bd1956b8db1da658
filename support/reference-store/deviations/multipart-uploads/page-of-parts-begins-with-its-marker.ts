import { changeRequests } from '../../changed-exchange.ts';
import { withParameter, withQuery } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-52',
  mistake: 'Begins a page of parts with the part that the marker names.',
  caughtAs: 'expected no entry on two pages, got one',
  alsoCaughtBy: { 'MPU-51': 'part-number-marker begins a page after that number' },
  deviate: ({ route }) => ({
    route: changeRequests(route, ['ListParts'], (call) =>
      withQuery(call, (query) =>
        withParameter(query, 'part-number-marker', (marker) => String(Math.max(0, Number(marker) - 1))),
      ),
    ),
  }),
} satisfies Deviation;
