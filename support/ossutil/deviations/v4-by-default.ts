import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-23',
  mistake: 'Signs by V4 by default, as ossutil 2.x does.',
  caughtAs: 'expected the header Authorization: OSS AKIDEXAMPLE:…',
  alsoCaughtBy: {
    'CLI-19': 'it reads the access key id in a V1 signature',
    'CLI-20': 'it reads the access key id in a V1 signature',
  },
  deviate: (run) => (args) =>
    run(
      optionIn(args, '--sign-version') === null ? [...args, '--sign-version', 'v4', '--region', 'cn-hangzhou'] : args,
    ),
} satisfies ProgramDeviation;
