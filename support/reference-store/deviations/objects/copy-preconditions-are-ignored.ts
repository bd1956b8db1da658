import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-11',
  mistake: 'Copies whatever the preconditions say.',
  caughtAs: 'expected 412 PreconditionFailed, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      without(headers, /^x-oss-copy-source-if-(?:match|unmodified-since)$/i),
    ),
  }),
} satisfies Deviation;
