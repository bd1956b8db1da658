import type { RunVerdict } from '../harness/verdict/verdict.ts';

/** The exit code for a command line or a configuration that is wrong: nothing was judged. */
export const usageExitCode = 2;

/** The exit code for a failure of our own. */
export const harnessExitCode = 4;

/** The exit codes of an interrupted run, as shells give them: 128 and the number of the signal. */
export const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The exit code for the verdict on a run. */
export function exitCode(verdict: RunVerdict): 0 | 1 | 3 | typeof harnessExitCode {
  switch (verdict) {
    case 'conformant':
      return 0;
    case 'nonconformant':
      return 1;
    case 'inconclusive':
      return 3;
    case 'harness-error':
      return harnessExitCode;
  }
}
