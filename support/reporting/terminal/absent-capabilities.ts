import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { Capability } from '../../harness/target/target.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { Results } from '../results/results.ts';
import { counted } from './verdict-lines.ts';

/**
 * A line for each capability that looks absent: the target declares it, but nothing that needs it works. Failures never
 * make a capability absent, so this only suggests declaring it. Empty if nothing looks absent.
 */
export function absentCapabilities(
  results: Results,
  clauses: readonly Pick<CatalogueEntry, 'id' | 'scenarios'>[],
): string {
  const failing = [...verdictsByCapability(results, clauses)]
    .filter(([, own]) => own.length > 1 && own.every(isRefusal) && own.includes('nonconformant'))
    .map(([capability, { length }]) => [capability, length] as const);
  return [...closedGates(results), ...failing]
    .map(
      ([capability, scenarios]) =>
        `Nothing that needs ${capability} works (${counted(scenarios, 'scenario')}). If the store does not offer it: --without ${capability}\n`,
    )
    .join('');
}

/** The capabilities whose sub-resource the store does not know, and how many scenarios that blocks. */
function closedGates({ target, clauses }: Results): readonly (readonly [capability: string, scenarios: number])[] {
  const blocked = clauses.flatMap(({ scenarios }) => scenarios).filter(({ verdict }) => verdict === 'blocked');
  return target.capabilities
    .map((name) => [name, blocked.filter(({ reason }) => reason?.startsWith(`GET ?${name} `)).length] as const)
    .filter(([, count]) => count > 0);
}

function verdictsByCapability(
  { target, clauses: judged }: Results,
  clauses: readonly Pick<CatalogueEntry, 'id' | 'scenarios'>[],
): ReadonlyMap<Capability, readonly Verdict[]> {
  const verdicts = new Map<Capability, Verdict[]>();
  for (const { id, scenarios } of clauses) {
    const ran = new Map(
      judged.find((clause) => clause.id === id)?.scenarios.map(({ name, verdict }) => [name, verdict]),
    );
    for (const { name, needs } of scenarios) {
      const verdict = ran.get(name);
      // Never suggests the target's own signature version.
      for (const capability of needs.filter((need) => need !== target.signature))
        if (verdict !== undefined) verdicts.set(capability, [...(verdicts.get(capability) ?? []), verdict]);
    }
  }
  return verdicts;
}

function isRefusal(verdict: Verdict): boolean {
  return verdict === 'nonconformant' || verdict === 'blocked';
}
