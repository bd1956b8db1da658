import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-08',
  mistake: 'Compares header names with x-oss-meta- case-sensitively.',
  caughtAs: 'expected the header x-oss-meta-key2, got none',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) => without(headers, /^X-Oss-Meta-/)),
  }),
} satisfies Deviation;
