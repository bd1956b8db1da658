import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-10',
  mistake: 'Reads the headers from variables of its environment, in which a hyphen and an underscore are the same.',
  caughtAs: 'expected no header x-oss-meta-a-b, got one',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headers.map(([name, value]) => [name.replaceAll('_', '-'), value]),
    ),
  }),
} satisfies Deviation;
