import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-26',
  mistake: 'Evaluates the conditions of a copy only where a whole object is copied.',
  caughtAs: 'expected 412 PreconditionFailed, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['UploadPart'], (headers) =>
      without(headers, /^x-oss-copy-source-if-(?:match|unmodified-since)$/i),
    ),
  }),
} satisfies Deviation;
