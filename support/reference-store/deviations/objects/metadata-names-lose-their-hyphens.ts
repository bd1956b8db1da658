import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-07',
  mistake: 'Stores user metadata in columns whose names have no hyphens.',
  caughtAs: 'expected the header x-oss-meta-long-name, got none',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headers.map(([name, value]) => [
        /^x-oss-meta-.*-/i.test(name) ? `x-oss-meta-${name.slice(11).replaceAll('-', '')}` : name,
        value,
      ]),
    ),
  }),
} satisfies Deviation;
