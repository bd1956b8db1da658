import type { Pickle } from '@cucumber/messages';
import type { CatalogueEntry } from '../harness/catalogue/catalogue.ts';
import { DocumentedAnswer } from '../harness/documented-answers/documented-answer.ts';
import type { ScenarioEvidence, ShownExchange } from '../harness/evidence/evidence.ts';
import { Blocked, Nonconformance, verdictOfEnding } from '../harness/verdict/finding.ts';
import type { ScenarioVerdict } from '../harness/verdict/verdict-attachment.ts';
import { signerOf } from '../harness/target/principals.ts';
import { showExchange } from '../harness/evidence/shown-exchange.ts';
import type { ReasonedVerdict } from '../harness/verdict/verdict.ts';
import type { OssWorld } from '../harness/world/world.ts';

/** A scenario's end as reported by cucumber. */
type Ending = 'PASSED' | 'FAILED' | 'SKIPPED' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS' | 'UNKNOWN';

/** The verdict on a scenario, redacted, with the exchanges it rests on. */
export function scenarioVerdict(
  world: OssWorld,
  clause: CatalogueEntry,
  pickle: Pickle,
  ending: Ending,
): ScenarioVerdict {
  const { verdict, reason, blockedBy } = verdictOf(clause, world.thrown, ending, world.observations);
  return {
    clause: clause.id,
    level: clause.level,
    title: clause.title,
    says: clause.says,
    source: clause.source,
    url: clause.url,
    epic: clause.epic,
    verdict,
    reason: reason === null ? null : world.redactor.text(reason),
    ...(blockedBy === undefined ? {} : { blockedBy }),
    evidence: {
      clause: clause.id,
      scenario: pickle.name,
      feature: clause.feature ?? pickle.uri,
      line: pickle.location?.line ?? 0,
      ...exchangesOf(world, clause),
    },
  };
}

/** The documentation masks the secrets in its exchanges itself. */
function exchangesOf(
  world: OssWorld,
  { id }: CatalogueEntry,
): Pick<ScenarioEvidence, 'exchanges' | 'documented' | 'commands' | 'stepEnds'> {
  const { conversation, redactor, target, commands, stepEnds } = world;
  const { exchange: documented } = world.part(DocumentedAnswer);
  if (documented !== null) return { exchanges: [showExchange(documented, redactor)], documented: true };
  const exchanges = conversation.exchanges.map((exchange) => {
    const as = signerOf(exchange, target);
    return { ...showExchange(exchange, redactor), ...(as === null ? {} : { as }) };
  });
  return {
    exchanges: [...exchanges, ...trialOf(world, id)],
    ...(commands.length === 0 ? {} : { commands }),
    stepEnds,
  };
}

/** The verdict on the clause of a broken instrument rests on its probe. */
function trialOf({ thrown }: OssWorld, clause: string): readonly ShownExchange[] {
  const error = thrown?.error;
  return error instanceof Blocked && error.instrument.clause === clause ? error.instrument.exchanges : [];
}

/** The verdict on a scenario. An end that is not from one of our steps is our own fault. */
export function verdictOf(
  { id, level }: Pick<CatalogueEntry, 'id' | 'level'>,
  thrown: { readonly error: unknown } | null,
  ending: Ending,
  observations: readonly string[],
): ReasonedVerdict {
  if (thrown === null && ending !== 'PASSED')
    return { verdict: 'harness-error', reason: `the scenario ended ${ending.toLowerCase()}` };
  const ended = verdictOfEnding(thrown?.error ?? null, id);
  return level === 'observe' ? observed(ended, thrown?.error, observations) : ended;
}

/** If the documentation is silent, no answer is wrong: only the answer is reported, without an expectation. */
function observed(ended: ReasonedVerdict, thrown: unknown, observations: readonly string[]): ReasonedVerdict {
  if (thrown instanceof Nonconformance)
    return { verdict: 'observed', reason: [...observations, thrown.got].join('; ') };
  if (ended.verdict === 'nonconformant') return { verdict: 'observed', reason: ended.reason };
  if (ended.verdict !== 'conformant') return ended;
  if (observations.length === 0)
    return { verdict: 'harness-error', reason: 'the scenario observes and reports nothing' };
  return { verdict: 'observed', reason: observations.join('; ') };
}
