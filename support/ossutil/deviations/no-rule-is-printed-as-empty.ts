import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { succeeded } from '../program.ts';

export default {
  clause: 'CLI-27',
  mistake: 'Prints an empty rule where there is none, and exits with success.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => async (args) => {
    const ended = await run(args);
    return optionIn(args, '--method') === 'get' && ended.stdout.includes('NoSuchServerSideEncryptionRule')
      ? succeeded('SSEAlgorithm:\n\n\n')
      : ended;
  },
} satisfies ProgramDeviation;
