import { changeAnswerHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-09',
  mistake: 'Reads the bytes of a value as Latin-1 and writes them as UTF-8.',
  caughtAs: 'expected x-oss-meta-title: ',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['HeadObject'], (headers) =>
      headers.map(([name, value]) => [
        name,
        /^x-oss-meta-/i.test(name) ? Buffer.from(value).toString('latin1') : value,
      ]),
    ),
  }),
} satisfies Deviation;
