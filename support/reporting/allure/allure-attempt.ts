import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';

/** One attempt at one scenario, from cucumber's messages. */
export interface Attempt {
  /** The tags of the scenario, its rule's among them. */
  readonly tags: readonly string[];
  /** The verdict that the harness attached. */
  attached: ScenarioVerdict | null;
  /** Why the suite itself is at fault: a step without a definition, a hook that threw. */
  fault: string | null;
  /** What the first failing step said. */
  failure: string | null;
  /** For each exchange attachment, which are the last ones, the place of its step. */
  exchangeSteps: readonly (number | null)[];
}

/**
 * What the report says of an attempt. A verdict that its own steps contradict is not believed: nothing may be
 * green for the wrong reason. (A failing step and `observed` do go together: where the documentation is silent,
 * what a step found wrong is only reported.)
 */
export function verdictOn({ attached, fault, failure }: Attempt): ReasonedVerdict {
  if (attached === null) return harnessError(fault ?? failure ?? 'the scenario ended without a verdict');
  if (fault !== null) {
    return harnessError(attached.verdict === 'harness-error' ? `${attached.reason ?? ''}; ${fault}` : fault);
  }
  if (failure !== null && attached.verdict === 'conformant') {
    return harnessError(`judged conformant, although a step failed: ${failure}`);
  }
  return attached;
}

function harnessError(reason: string): ReasonedVerdict {
  return { verdict: 'harness-error', reason };
}
