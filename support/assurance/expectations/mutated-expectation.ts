import type { Pickle } from '@cucumber/messages';
import { clauseOf, type Catalogue } from '../../harness/catalogue/catalogue.ts';
import { runSuite } from '../../run/run.ts';
import { suiteMessages, suiteMessagesFormat } from './suite-messages.ts';
import type { Target } from '../../harness/target/target.ts';
import { runMutants } from './mutant-run.ts';
import { ReplacementSource } from './replacements.ts';
import { noticeOf, type TriedReplacement } from './noticed-values.ts';
import type { ValueSite } from './value-site.ts';
import { valueSites } from './value-sites.ts';

/** A site, and the verdict on its scenario with each replacement. */
export interface TriedSite {
  readonly site: ValueSite;
  readonly replacementsTried: readonly TriedReplacement[];
}

export interface TriedValues {
  readonly tried: readonly TriedSite[];
  readonly untried: readonly ValueSite[];
}

/**
 * Replaces the chosen values of passing scenarios one at a time and runs the scenario, trying one replacement after
 * another until the change is noticed. Throws an Error if an unchanged scenario does not pass.
 */
export async function tryValues(
  catalogue: Catalogue,
  target: Target,
  reportsDirectory: string,
  isChosen: (site: ValueSite) => boolean,
): Promise<TriedValues> {
  const sites = valueSites(suiteMessages, await passedScenarios(catalogue, target, reportsDirectory));
  const source = new ReplacementSource(sites);
  const untried = sites.filter((site) => !isChosen(site));
  const open = sites.filter(isChosen).map((site) => ({
    site,
    replacementsTried: [] as TriedReplacement[],
    replacements: [...source.for(site)],
  }));
  for (;;) {
    const round = open.flatMap(({ site, replacementsTried, replacements }) => {
      const replacement = noticeOf(replacementsTried) === 'noticed' ? undefined : replacements.shift();
      return replacement === undefined ? [] : [{ replacementsTried, replacement, scenario: site.with(replacement) }];
    });
    if (round.length === 0) return { tried: open, untried };
    const verdicts = await runMutants(
      catalogue,
      target,
      round.map(({ scenario }) => scenario),
    );
    for (const [index, { replacementsTried, replacement }] of round.entries()) {
      const verdict = verdicts[index];
      if (verdict !== undefined) replacementsTried.push({ replacement, ...verdict });
    }
  }
}

/** Runs the unchanged features. Returns a function that finds the clause of each scenario that passed. */
async function passedScenarios(
  catalogue: Catalogue,
  target: Target,
  reportsDirectory: string,
): Promise<(pickle: Pickle) => string | null> {
  const { outcomes } = await runSuite(target, {
    selection: { clauses: [], tags: null, shard: null },
    parallel: 0,
    reportsDirectory,
    formats: [suiteMessagesFormat],
    formatOptions: {},
  });
  const failed = outcomes.find(({ verdict }) => verdict === 'nonconformant' || verdict === 'harness-error');
  if (failed !== undefined)
    throw new Error(`"${failed.name}" of ${failed.clause} does not pass unchanged: ${failed.reason}`);
  const passed = new Set(
    outcomes.filter(({ verdict }) => verdict === 'conformant').map(({ feature, line }) => `${feature}:${line}`),
  );
  const ids = new Set(catalogue.clauses.map(({ id }) => id));
  return ({ uri, location, tags }) =>
    passed.has(`${uri}:${location?.line ?? 0}`)
      ? clauseOf(
          tags.map(({ name }) => name),
          ids,
        )
      : null;
}
