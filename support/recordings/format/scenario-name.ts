import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Pickle } from '@cucumber/messages';
import type { SubResource } from '../../harness/gate/sub-resource.ts';
import type { RecordedScenario } from './recording.ts';

type ScenarioName = Omit<RecordedScenario, 'steps'>;

/** What every run asks about a sub-resource before its scenarios, as if it were one of them. */
export function gateScenario({ name }: Pick<SubResource, 'name'>): RecordedScenario {
  return { feature: 'opening.feature', clause: 'GATE', name: `the ${name} gate`, steps: '' };
}

/** Where a scenario's recording stands in its folder. Two scenarios of a clause never have one name. */
export function recordingPath({ feature, clause, name }: ScenarioName): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 60);
  return join(basename(feature, '.feature'), `${clause}-${words}-${sha256(name).slice(0, 6)}.json`);
}

/** Tells the buckets of one scenario from those of the others, whichever worker plays it. */
export function bucketMark({ clause, name }: ScenarioName): string {
  return sha256(`${clause} ${name}`).slice(0, 8);
}

/** What a recording knows of the steps: enough to see that they have changed since. */
export function stepsDigest({ steps }: Pickle): string {
  return sha256(JSON.stringify(steps.map(({ text, argument }) => [text, argument ?? null]))).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
