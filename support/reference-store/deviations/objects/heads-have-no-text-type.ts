import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-01',
  mistake: 'Sends no Content-Type on HEAD, because its web server guesses the type anyway.',
  caughtAs: 'expected the header Content-Type, got none',
  alsoCaughtBy: {
    'META-01': 'the type of an upload is asked for on HEAD',
    'APP-11': 'the type of an appendable object is asked for on HEAD',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['HeadObject'], (headers) =>
      (headerValue(headers, 'Content-Type') ?? '').startsWith('text/css')
        ? without(headers, /^content-type$/i)
        : headers,
    ),
  }),
} satisfies Deviation;
