import { createHash } from 'node:crypto';
import type { Pickle } from '@cucumber/messages';
import type { SubResource } from '../../harness/gate/sub-resource.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';

/** The gate of a sub-resource, recorded as if it were a scenario. */
export function gateScenario({ name }: Pick<SubResource, 'name'>): PlayedScenario {
  return { feature: 'opening/gate.feature', clause: 'GATE', name: `the ${name} gate`, steps: '' };
}

/** The probe of the instruments. */
export const instrumentsScenario: PlayedScenario = {
  feature: 'opening/instruments.feature',
  clause: 'INSTRUMENTS',
  name: 'the instruments',
  steps: '',
};

/** The probe for stores that refuse all V1 signatures; it is never recorded. */
export const signatureScenario: PlayedScenario = {
  feature: 'opening/signatures.feature',
  clause: 'SIGNATURES',
  name: 'the signatures',
  steps: '',
};

/** Distinguishes the live buckets of one scenario from those of the others, whichever worker runs it. */
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
