import { startTarget } from '../../run/reference-target.ts';
import type { InProcessSuite } from '../in-process-suite.ts';
import { loadNeededParts, type NeededPartsFile } from './needed-parts.ts';
import { readScenarios, representatives, type ReadScenario } from './representative-scenarios.ts';
import { WithholdingStore, type Stage, type Withholding } from './withholding-store.ts';

/**
 * What was not seen is never conformant: parts of the answers are withheld, and every scenario with a step that needs the
 * part must notice.
 */

const withholdings: Readonly<Record<string, Withholding>> = {
  'no headers': { without: ['headers'] },
  'no body': { without: ['body'] },
  'nothing but 200': { without: ['headers', 'body'], status: 200 },
  'nothing but 404': { without: ['headers', 'body'], status: 404 },
};

const stages: readonly Stage[] = ['answer', 'reading'];

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

/** Returns a complaint for each scenario that is conformant without having seen what its steps need. */
export async function judgeWithheldAnswers(suite: InProcessSuite): Promise<readonly string[]> {
  const needed = await loadNeededParts();
  const features = (await suite.featuresOn('store')).filter((feature) => !feature.includes('documented-answers'));
  const scenarios = representatives(await readScenarios(features));
  const complaints: string[] = [];
  for (const stage of stages) {
    const conformantWith = new Map<string, ReadonlySet<string>>();
    for (const [what, withholding] of Object.entries(withholdings)) {
      const store = new WithholdingStore(stage, withholding);
      const seen = await suite.judgeStore(await startTarget(what, style, store), scenarios, { listener: store });
      const faults = seen.filter(({ verdict }) => verdict === 'harness-error');
      complaints.push(...faults.map(({ clause, name, reason }) => `${what}: ${clause} ${name}: ${reason}`));
      const conformant = scenarios.filter((scenario) => store.verdicts.get(placeOf(scenario)) === 'conformant');
      conformantWith.set(what, new Set(conformant.map(placeOf)));
      complaints.push(...unseen(conformant, needed, stage, withholding).map((words) => `${stage}, ${what}: ${words}`));
    }
    const never = scenarios.filter(
      (scenario) =>
        conformantWith.get('nothing but 200')?.has(placeOf(scenario)) === true &&
        conformantWith.get('nothing but 404')?.has(placeOf(scenario)) === true,
    );
    const either = { without: ['status'] } as const;
    complaints.push(...unseen(never, needed, stage, either).map((words) => `${stage}, either status: ${words}`));
  }
  return complaints;
}

/** The conformant scenarios with a step that needs what was withheld. */
function unseen(
  conformant: readonly ReadScenario[],
  { steps, excused }: NeededPartsFile,
  stage: Stage,
  { without }: Pick<Withholding, 'without'>,
): readonly string[] {
  return conformant
    .filter(({ name }) => !excused.has(name))
    .flatMap((scenario) =>
      scenario.thens
        .filter((then) => steps.get(then)?.[stage].some((part) => without.includes(part)) === true)
        .map((then) => `${placeOf(scenario)} "${scenario.name}" is conformant, but not seen: ${then}`),
    );
}

function placeOf({ feature, line }: ReadScenario): string {
  return `${feature}:${line}`;
}
