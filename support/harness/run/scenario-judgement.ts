import type { Pickle } from '@cucumber/messages';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { ScenarioEvidence } from '../evidence/evidence.ts';
import { judgementOf } from '../judgement/finding.ts';
import type { ScenarioJudgement } from '../judgement/judgement-attachment.ts';
import { showExchange } from '../evidence/shown-exchange.ts';
import type { Judgement, Level } from '../judgement/verdict.ts';
import type { OssWorld } from './world.ts';

/** How cucumber says a scenario ended. */
type Ending = 'PASSED' | 'FAILED' | 'SKIPPED' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS' | 'UNKNOWN';

/** What the scenario says of its clause, redacted, with the exchanges it rests on. */
export function judgeScenario(
  world: OssWorld,
  clause: CatalogueEntry,
  pickle: Pickle,
  ending: Ending,
): ScenarioJudgement {
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
}: OssWorld): Pick<ScenarioEvidence, 'exchanges' | 'documented'> {
  if (documented !== null) return { exchanges: [showExchange(documented, redactor)], documented: true };
  return { exchanges: conversation.exchanges.map((exchange) => showExchange(exchange, redactor)) };
}

/** The verdict on a scenario. A scenario that ended in a way no step of ours chose is our fault. */
export function judge(
  level: Level,
  thrown: { readonly error: unknown } | null,
  ending: Ending,
  observations: readonly string[],
): Judgement {
  if (thrown === null && ending !== 'PASSED')
    return { verdict: 'harness-error', reason: `the scenario ended ${ending.toLowerCase()}` };
  const judgement = judgementOf(thrown?.error ?? null);
  return level === 'observe' ? observed(judgement, observations) : judgement;
}

/** Where the documentation is silent, nothing a store does is wrong: it is reported. */
function observed({ verdict, reason }: Judgement, observations: readonly string[]): Judgement {
  if (verdict === 'nonconformant') return { verdict: 'observed', reason };
  if (verdict !== 'conformant') return { verdict, reason };
  if (observations.length === 0)
    return { verdict: 'harness-error', reason: 'the scenario observes and reports nothing' };
  return { verdict: 'observed', reason: observations.join('; ') };
}
