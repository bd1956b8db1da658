import type { ProgramDeviation } from '../deviation.ts';
import { succeeded } from '../program.ts';

export default {
  clause: 'CLI-38',
  mistake: 'Accepts every 2xx status as success.',
  caughtAs: 'expected the exit code 1, got 0',
  deviate: (run) => async (args) => {
    const ended = await run(args);
    return /was expecting 20\d|Error: EOF/u.test(ended.stdout) ? succeeded('') : ended;
  },
} satisfies ProgramDeviation;
