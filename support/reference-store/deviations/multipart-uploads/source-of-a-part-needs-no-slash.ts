import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-22',
  mistake: 'Adds the slash that a copy source lacks, as it does for copies of whole objects.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['UploadPart'], (headers) =>
      headers.map(([name, value]) => [
        name,
        /^x-oss-copy-source$/i.test(name) && /^[^/]/.test(value) ? `/${value}` : value,
      ]),
    ),
  }),
} satisfies Deviation;
