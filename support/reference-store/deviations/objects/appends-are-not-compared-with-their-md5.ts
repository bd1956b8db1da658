import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-13',
  mistake: 'Ignores the Content-MD5 of an append, because it is not that of the object.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['AppendObject'], (headers) => without(headers, /^content-md5$/i)),
  }),
} satisfies Deviation;
