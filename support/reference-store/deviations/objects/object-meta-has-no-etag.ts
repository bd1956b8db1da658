import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-08',
  mistake: 'Answers GetObjectMeta with private headers and without the ETag.',
  caughtAs: 'expected the header ETag, got none',
  alsoCaughtBy: {
    'HEAD-04': 'that the three readings agree is asked of the same header',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObjectMeta'], (headers) => without(headers, /^etag$/i)),
  }),
} satisfies Deviation;
