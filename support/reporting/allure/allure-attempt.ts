import type { PickleTable, TestStepResultStatus } from '@cucumber/messages';
import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';
import type { OutlineValue } from './feature-texts.ts';

/** One attempt at one scenario, from cucumber's messages. */
export interface Attempt {
  readonly name: string;
  /** The name of its feature. */
  readonly feature: string;
  /** The tags of the scenario, its rule's among them. */
  readonly tags: readonly string[];
  readonly row: readonly OutlineValue[];
  /** The worker that played it; `null` if there are none. */
  readonly worker: string | null;
  /** Milliseconds since 1970. */
  readonly start: number;
  stop: number;
  readonly steps: PlayedStep[];
  /** What the hooks attached. */
  readonly attachments: TextAttachment[];
  /** The verdict that the harness attached. */
  attached: ScenarioVerdict | null;
  /** A fault of the suite itself: a step without a definition, a hook that threw. */
  fault: string | null;
  /** The message of the first failing step. */
  failure: string | null;
}

export interface PlayedStep {
  /** With its keyword. */
  readonly text: string;
  readonly table: PickleTable | null;
  /** Milliseconds since 1970. */
  readonly start: number;
  stop: number;
  status: TestStepResultStatus;
  /** Why it failed; `null` if it did not. */
  failure: { readonly message: string; readonly trace: string } | null;
  readonly attachments: TextAttachment[];
}

export interface TextAttachment {
  readonly name: string;
  readonly text: string;
}

/**
 * The report's verdict on an attempt. A verdict that contradicts its steps does not count: nothing may be green for the
 * wrong reason. (A failing step and `observed` do not contradict each other: if the documentation is silent, a failure
 * is only reported.)
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
