import { readFile, writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import * as lacking from '../../reference-store/incompatible-servers/lacking-stores.ts';
import * as published from '../../reference-store/incompatible-servers/published-answers.ts';
import { startTarget, type StartedTarget } from '../../run/reference-target.ts';
import type { InProcessSuite, SeenScenario } from '../in-process-suite.ts';

/**
 * Stores that lack something, and a store that answers as the live service is known to: the whole suite judges each, and
 * the clauses that are not conformant must be exactly those of `verdicts-on-stores.yaml`.
 */

type Store = Pick<Deviation, 'deviate'>;

/** A local store accepts V1 unless it is asked; only an endpoint is. */
const stores: Readonly<Record<string, { readonly store: Store; readonly kind: 'reference' | 'endpoint' }>> = {
  'ignores ?encryption': { store: lacking.withoutEncryption, kind: 'reference' },
  'is behind a proxy that refuses ?encryption': { store: lacking.refusingEncryption, kind: 'reference' },
  'has no HEAD': { store: lacking.withoutHead, kind: 'reference' },
  'has no ListObjects': { store: lacking.withoutListing, kind: 'reference' },
  'sends no request ids': { store: lacking.withoutRequestIds, kind: 'reference' },
  'answers as the live service is known to': { store: published.asPublished, kind: 'endpoint' },
  'forbids its endpoint for data': { store: published.withForbiddenEndpoint, kind: 'endpoint' },
};

/** The clauses with each verdict; those that are blocked, by the clause that blocks them. */
interface StoreVerdicts {
  readonly nonconformant: readonly string[];
  readonly blocked: Readonly<Record<string, readonly string[]>>;
  readonly inconclusive: readonly string[];
  readonly unsupported: readonly string[];
  readonly 'harness-error': readonly string[];
}

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

const file = new URL('verdicts-on-stores.yaml', import.meta.url);
const header =
  '# What the whole suite says of each store. Written by `npm run -s proof:incompatible-servers -- --write`.\n';

/** Returns a complaint for each clause whose verdict is not the written one. */
export async function judgeStores(suite: InProcessSuite): Promise<readonly string[]> {
  const [judged, text] = await Promise.all([verdictsOnStores(suite), readFile(file, 'utf8')]);
  // The file is what `writeVerdictsOnStores` wrote.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const written = parse(text) as Readonly<Record<string, StoreVerdicts>>;
  return Object.entries(judged).flatMap(([store, verdicts]) => {
    const [got, wanted] = [wordsOf(verdicts), wordsOf(written[store])];
    return [
      ...got.filter((words) => !wanted.includes(words)).map((words) => `a store that ${store}: ${words}`),
      ...wanted.filter((words) => !got.includes(words)).map((words) => `a store that ${store}: no longer ${words}`),
    ];
  });
}

export async function writeVerdictsOnStores(suite: InProcessSuite): Promise<void> {
  await writeFile(file, header + stringify(await verdictsOnStores(suite), { flowCollectionPadding: false }));
}

async function verdictsOnStores(suite: InProcessSuite): Promise<Readonly<Record<string, StoreVerdicts>>> {
  const judged: Record<string, StoreVerdicts> = {};
  for (const [what, { store, kind }] of Object.entries(stores)) {
    const seen = await suite.judgeStore(await start(what, store, kind), null);
    judged[what] = verdictsIn(seen);
  }
  return judged;
}

async function start(what: string, store: Store, kind: 'reference' | 'endpoint'): Promise<StartedTarget> {
  const { target, close } = await startTarget(what, style, store);
  return { target: { ...target, kind }, close };
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
    'harness-error': idsOf('harness-error'),
  };
}

/** `PBE-01 blocked by ENV-27`. */
function wordsOf(verdicts: StoreVerdicts | undefined): readonly string[] {
  const { blocked = {}, ...others } = verdicts ?? {};
  return [
    ...Object.entries(others).flatMap(([verdict, ids]) => ids.map((id) => `${id} is ${verdict}`)),
    ...Object.entries(blocked).flatMap(([cause, ids]) => ids.map((id) => `${id} is blocked by ${cause}`)),
  ];
}
