import { changeAnswerHeaders, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-12',
  mistake: 'Writes the ETag of an upload without quotes.',
  caughtAs: 'expected the MD5 of the object in double quotes as its ETag',
  alsoCaughtBy: {
    'OBJ-44': 'it compares the ETag of a range with that of the upload',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['PutObject'], (headers, _answer, call) =>
      isCopy(call)
        ? headers
        : headers.map(([name, value]) => [name, /^etag$/i.test(name) ? value.replaceAll('"', '') : value]),
    ),
  }),
} satisfies Deviation;
