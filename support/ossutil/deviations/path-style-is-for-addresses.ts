import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-25',
  mistake: 'Puts the bucket in front of every host name, whatever is asked for.',
  caughtAs: 'got GET /?encryption',
  deviate: (run) => (args) =>
    run(/localhost/u.test(optionIn(args, '-e') ?? '') ? args.filter((word) => word !== '--force-path-style') : args),
} satisfies ProgramDeviation;
