import type { Pickle } from '@cucumber/messages';
import type { CatalogueEntry } from '../harness/catalogue/catalogue.ts';
import type { ScenarioEvidence } from '../harness/evidence/evidence.ts';
import { verdictOfEnding } from '../harness/verdict/finding.ts';
import type { ScenarioVerdict } from '../harness/verdict/verdict-attachment.ts';
import { signerOf } from '../harness/target/principals.ts';
import { showExchange } from '../harness/evidence/shown-exchange.ts';
import type { ReasonedVerdict, Level } from '../harness/verdict/verdict.ts';
import type { OssWorld } from '../harness/world/world.ts';

/** How cucumber says a scenario ended. */
type Ending = 'PASSED' | 'FAILED' | 'SKIPPED' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS' | 'UNKNOWN';

/** What the scenario says of its clause, redacted, with the exchanges it rests on. */
export function judgeScenario(
  world: OssWorld,
  clause: CatalogueEntry,
  pickle: Pickle,
  ending: Ending,
): ScenarioVerdict {
  const { verdict, reason } = judge(clause.level, world.thrown, ending, world.observations);
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
    evidence: {
      clause: clause.id,
      scenario: pickle.name,
      feature: clause.feature ?? pickle.uri,
      line: pickle.location?.line ?? 0,
      ...exchangesOf(world),
    },
  };
}

/** What documentation prints has no secrets but those that it masks itself. */
function exchangesOf({
  conversation,
  documented,
  redactor,
  target,
  stepEnds,
}: OssWorld): Pick<ScenarioEvidence, 'exchanges' | 'documented' | 'stepEnds'> {
  if (documented !== null) return { exchanges: [showExchange(documented, redactor)], documented: true };
  const exchanges = conversation.exchanges.map((exchange) => {
    const as = signerOf(exchange, target);
    return { ...showExchange(exchange, redactor), ...(as === null ? {} : { as }) };
  });
  return { exchanges, stepEnds };
}

/** The verdict on a scenario. A scenario that ended in a way no step of ours chose is our fault. */
export function judge(
  level: Level,
  thrown: { readonly error: unknown } | null,
  ending: Ending,
  observations: readonly string[],
): ReasonedVerdict {
  if (thrown === null && ending !== 'PASSED')
    return { verdict: 'harness-error', reason: `the scenario ended ${ending.toLowerCase()}` };
  const judgement = verdictOfEnding(thrown?.error ?? null);
  return level === 'observe' ? observed(judgement, observations) : judgement;
}

/** Where the documentation is silent, nothing a store does is wrong: it is reported. */
function observed({ verdict, reason }: ReasonedVerdict, observations: readonly string[]): ReasonedVerdict {
  if (verdict === 'nonconformant') return { verdict: 'observed', reason };
  if (verdict !== 'conformant') return { verdict, reason };
  if (observations.length === 0)
    return { verdict: 'harness-error', reason: 'the scenario observes and reports nothing' };
  return { verdict: 'observed', reason: observations.join('; ') };
}
