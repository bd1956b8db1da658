import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-03',
  mistake: 'Stores headers with the bytes, of which an upload has none when it begins.',
  caughtAs: 'expected the header Cache-Control, got none',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['InitiateMultipartUpload'], (headers) =>
      without(headers, /^(?:x-oss-meta-|cache-control$|content-disposition$|content-encoding$|expires$)/i),
    ),
  }),
} satisfies Deviation;
