import { changeRequestHeaders } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-04',
  mistake: 'Gives an upload without a type the default type of S3.',
  caughtAs: 'expected Content-Type: application/octet-stream, got binary/octet-stream',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headerValue(headers, 'Content-Type') === undefined
        ? [...headers, ['Content-Type', 'binary/octet-stream']]
        : headers,
    ),
  }),
} satisfies Deviation;
