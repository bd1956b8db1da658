import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-12',
  mistake: 'Defaults to AES256 where no algorithm is given.',
  caughtAs: '<SSEAlgorithm>AES256</SSEAlgorithm>',
  deviate: (run) => (args) =>
    run(optionIn(args, '--sse-algorithm') === null ? [...args, '--sse-algorithm', 'AES256'] : args),
} satisfies ProgramDeviation;
