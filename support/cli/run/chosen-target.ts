import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { chooseTarget, type TargetChoice } from '../../harness/target/target-choice.ts';
import type { RunFlags } from './run-flags.ts';

/** The target that the flags of a run choose. Throws ConfigurationError, also for a deviation that it would not have. */
export function chosenTarget(flags: RunFlags): TargetChoice {
  const choice = chooseTarget(flags, process.env);
  if (flags.deviation !== undefined && choice.kind !== 'reference')
    throw new ConfigurationError(
      '--deviation breaks only the store that the run starts; leave out --target and --endpoint, or give it to "serve"',
    );
  return choice;
}
