import { optionIn, withOption } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-02',
  mistake: 'Supports two algorithms, and sends AES256 for everything but KMS.',
  caughtAs: 'expected SSEAlgorithm SM4, got the rule AES256',
  deviate: (run) => (args) =>
    run(optionIn(args, '--sse-algorithm') === 'SM4' ? withOption(args, '--sse-algorithm', 'AES256') : args),
} satisfies ProgramDeviation;
