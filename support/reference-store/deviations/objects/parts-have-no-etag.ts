import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-08',
  mistake: 'Sends an ETag only with whole objects.',
  caughtAs: 'expected the header ETag, got none',
  alsoCaughtBy: {
    'OBJ-44': 'it looks for the ETag of a range',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObject'], (headers, { status }) =>
      status === 206 ? without(headers, /^etag$/i) : headers,
    ),
  }),
} satisfies Deviation;
