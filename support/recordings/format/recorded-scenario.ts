import { createHash } from 'node:crypto';
import type { Pickle } from '@cucumber/messages';
import type { SubResource } from '../../harness/gate/sub-resource.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';

/** What every run asks about a sub-resource before its scenarios, as if it were one of them. */
export function gateScenario({ name }: Pick<SubResource, 'name'>): PlayedScenario {
  return { feature: 'opening/gate.feature', clause: 'GATE', name: `the ${name} gate`, steps: '' };
}

/** How every run finds out which instruments work. */
export const instrumentsScenario: PlayedScenario = {
  feature: 'opening/instruments.feature',
  clause: 'INSTRUMENTS',
  name: 'the instruments',
  steps: '',
};

/** How a run finds out whether a store refuses V1 signatures as such; it is never recorded. */
export const signatureScenario: PlayedScenario = {
  feature: 'opening/signatures.feature',
  clause: 'SIGNATURES',
  name: 'the signatures',
  steps: '',
};

/** Tells the live buckets of one scenario from those of the others, whichever worker runs it. */
export function scenarioMark({ clause, name }: PlayedScenario): string {
  return sha256(`${clause} ${name}`).slice(0, 8);
}

/** A digest of the scenario's steps, which shows whether they have changed. */
export function stepsDigest({ steps }: Pickle): string {
  const content = JSON.stringify(steps.map(({ text, argument }) => [text, argument ?? null]));
  return sha256(content).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
