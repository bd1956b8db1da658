import { without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-06',
  mistake: 'Reads encoding-type from the query only, as S3 does.',
  caughtAs: 'expected the documented shape, got no EncodingType',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) =>
        objects.deletion({
          ...asked,
          request: { ...asked.request, headers: without(asked.request.headers, /^encoding-type$/i) },
        }),
    },
  }),
} satisfies Deviation;
