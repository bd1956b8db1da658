import type { Pickle } from '@cucumber/messages';
import type { CatalogueEntry } from '../harness/catalogue/catalogue.ts';
import { DocumentedAnswer } from '../harness/documented-answers/documented-answer.ts';
import type { ScenarioEvidence, ShownExchange } from '../harness/evidence/evidence.ts';
import type { Redactor } from '../harness/evidence/redaction.ts';
import { Blocked } from '../harness/verdict/finding.ts';
import { verdictOnScenario, type Ending } from '../harness/verdict/scenario-verdict.ts';
import type { ScenarioVerdict } from '../harness/verdict/verdict-attachment.ts';
import { signerOf } from '../harness/target/principals.ts';
import { showExchange } from '../harness/evidence/shown-exchange.ts';
import type { OssWorld } from '../harness/world/world.ts';

/** The verdict on a scenario, redacted, with the exchanges it rests on; a scenario that could not begin has none. */
export function verdictWithEvidence(
  world: OssWorld,
  clause: CatalogueEntry,
  pickle: Pickle,
  { ending, redactor }: { readonly ending: Ending; readonly redactor: Redactor },
): ScenarioVerdict {
  const { verdict, reason, blockedBy } = verdictOnScenario(clause, world.thrown, ending, world.observations);
  return {
    clause: clause.id,
    level: clause.level,
    title: clause.title,
    says: clause.says,
    source: clause.source,
    url: clause.url,
    epic: clause.epic,
    verdict,
    reason: reason === null ? null : redactor.text(reason),
    ...(blockedBy === undefined ? {} : { blockedBy }),
    evidence: {
      clause: clause.id,
      scenario: pickle.name,
      feature: clause.feature ?? pickle.uri,
      line: pickle.location?.line ?? 0,
      ...(world.hasSession ? exchangesOf(world, clause) : { exchanges: [] }),
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
    exchanges: [...exchanges, ...probeOf(world, id)],
    ...(commands.length === 0 ? {} : { commands }),
    stepEnds,
  };
}

/** The verdict on the clause of a broken instrument rests on its probe. */
function probeOf({ thrown }: OssWorld, clause: string): readonly ShownExchange[] {
  const error = thrown?.error;
  return error instanceof Blocked && error.instrument.clause === clause ? error.instrument.exchanges : [];
}
