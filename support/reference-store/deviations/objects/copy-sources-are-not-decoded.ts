import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-02',
  mistake: 'Splits x-oss-copy-source at its slashes and does not decode the name.',
  caughtAs: 'expected 200, got 404 NoSuchKey',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headers.map(([name, value]) => [name, /^x-oss-copy-source$/i.test(name) ? value.replaceAll('%', '%25') : value]),
    ),
  }),
} satisfies Deviation;
