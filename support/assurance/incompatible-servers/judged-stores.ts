import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import * as lacking from '../../reference-store/incompatible-servers/lacking-stores.ts';
import * as published from '../../reference-store/incompatible-servers/published-answers.ts';
import { startTarget } from '../../run/reference-target.ts';
import type { InProcessSuite, SeenScenario } from '../in-process-suite.ts';

/** A store that the whole suite judges. */
interface JudgedStore {
  readonly store: Pick<Deviation, 'deviate'>;
  /** An endpoint is first asked whether it accepts V1. */
  readonly kind: 'reference' | 'endpoint';
}

/** By what is special about them: `a store that ignores ?encryption`. */
const stores: Readonly<Record<string, JudgedStore>> = {
  'ignores ?encryption': { store: lacking.withoutEncryption, kind: 'reference' },
  'is behind a proxy that refuses ?encryption': { store: lacking.refusingEncryption, kind: 'reference' },
  'has no HEAD': { store: lacking.withoutHead, kind: 'reference' },
  'has no ListObjects': { store: lacking.withoutListing, kind: 'reference' },
  'sends no request ids': { store: lacking.withoutRequestIds, kind: 'reference' },
  'answers as the live service is known to': { store: published.asPublished, kind: 'endpoint' },
  'forbids its endpoint for data': { store: published.withForbiddenEndpoint, kind: 'endpoint' },
};

export const judgedStores: readonly string[] = Object.keys(stores);

/** The clauses that are not conformant or observed, by verdict; those that are blocked, by the clause that blocks them. */
export interface StoreVerdicts {
  readonly nonconformant: readonly string[];
  readonly blocked: Readonly<Record<string, readonly string[]>>;
  readonly inconclusive: readonly string[];
  readonly unsupported: readonly string[];
  readonly untested: readonly string[];
  readonly 'harness-error': readonly string[];
}

/** @throws Error where no store has that name */
export async function judgeStore(name: string, suite: InProcessSuite): Promise<StoreVerdicts> {
  const judged = stores[name];
  if (judged === undefined) throw new Error(`there is no store that ${name}`);
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const { target, close } = await startTarget(name, style, judged.store);
  return verdictsIn(await suite.judgeStore({ target: { ...target, kind: judged.kind }, close }, null));
}

function verdictsIn(seen: readonly SeenScenario[]): StoreVerdicts {
  const byClause = Map.groupBy(seen, ({ clause }) => clause);
  const clauses = [...byClause].map(([id, own]) => ({ id, ...verdictOnClause(own) }));
  const idsOf = (verdict: Verdict): readonly string[] =>
    clauses
      .filter((clause) => clause.verdict === verdict)
      .map(({ id }) => id)
      .toSorted();
  const blocked = clauses.filter(({ verdict }) => verdict === 'blocked');
  const byCause = Map.groupBy(blocked, ({ blockedBy }) => blockedBy ?? '');
  return {
    nonconformant: idsOf('nonconformant'),
    blocked: Object.fromEntries([...byCause].map(([cause, own]) => [cause, own.map(({ id }) => id).toSorted()])),
    inconclusive: idsOf('inconclusive'),
    unsupported: idsOf('unsupported'),
    untested: idsOf('untested'),
    'harness-error': idsOf('harness-error'),
  };
}
