import type { CatalogueEntry } from '../harness/catalogue/catalogue.ts';
import type { PlannedScenario } from '../run/scenario-plan.ts';

/** A scenario and the clause that it checks. */
export interface ScenarioOfClause extends PlannedScenario {
  readonly clause: string;
}

/** Scenarios in two rounds. */
export interface ClauseRounds {
  readonly first: readonly ScenarioOfClause[];
  readonly second: readonly ScenarioOfClause[];
}

/**
 * The first round has one scenario of each clause, and every scenario of the clause `whole`; the second has the rest.
 */
export function clauseRounds(
  clauses: readonly Pick<CatalogueEntry, 'id' | 'feature' | 'scenarios'>[],
  scenarios: readonly PlannedScenario[],
  whole: string,
): ClauseRounds {
  const clauseAt = new Map(
    clauses.flatMap(({ id, feature, scenarios: own }) => own.map(({ line }) => [`${feature}:${line}`, id] as const)),
  );
  const ofClause = scenarios.flatMap((scenario) => {
    const clause = clauseAt.get(`${scenario.feature}:${scenario.line}`);
    return clause === undefined ? [] : [{ ...scenario, clause }];
  });
  const rounds = [...Map.groupBy(ofClause, ({ clause }) => clause)].map(([clause, [one, ...others]]) =>
    clause === whole || one === undefined
      ? { first: ofClause.filter((scenario) => scenario.clause === clause), second: [] }
      : { first: [one], second: others },
  );
  return { first: rounds.flatMap(({ first }) => first), second: rounds.flatMap(({ second }) => second) };
}
