import { withoutParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-03',
  mistake: "Does not know list-type and answers with the page of ListObjects, as the vendor's own emulator does.",
  caughtAs: 'expected ListObjectsV2 to list an object that was uploaded',
  deviate: ({ route }) => ({
    route: (request, address, operations) =>
      route({ ...request, query: withoutParameter(request.query, 'list-type') }, address, operations),
  }),
} satisfies Deviation;
