import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
  Status,
  type IWorldOptions,
} from '@cucumber/cucumber';
import { clauseOf, loadCatalogue, neededBy, type Catalogue } from './catalogue.ts';
import { Unsupported, Untested } from './finding.ts';
import { judgementMediaType } from './judgement-attachment.ts';
import { nameLeftBehind } from './left-behind.ts';
import { judgeScenario } from './scenario-judgement.ts';
import { readSessionParameters, Session } from './session.ts';
import { openStandalone, type Standalone } from './standalone.ts';
import { OssWorld } from './world.ts';

/**
 * How scenarios meet the target: one session per worker, one world per scenario. What a step throws is kept as it
 * was thrown, because the messages of cucumber know only texts.
 */

/** Every wait of the suite has its own bound; this one only catches a step of ours that hangs. */
setDefaultTimeout(180_000);

let session: Session | null = null;
let catalogue: Catalogue | null = null;
let standalone: Standalone | null = null;

class WorldOfSession extends OssWorld {
  constructor(options: IWorldOptions) {
    super(options, opened(session));
  }
}
setWorldConstructor(WorldOfSession);

setDefinitionFunctionWrapper((definition: (...given: unknown[]) => unknown) => {
  return async function keepsWhatIsThrown(this: unknown, ...given: unknown[]): Promise<unknown> {
    try {
      return await definition.apply(this, given);
    } catch (error) {
      if (!(this instanceof OssWorld)) throw error;
      this.thrown = { error };
      if (error instanceof Unsupported || error instanceof Untested) return 'skipped';
      throw error;
    }
  };
});

BeforeAll(async function openSession() {
  // Further runs of the process are of the same features.
  catalogue ??= await loadCatalogue();
  const told: unknown = this.parameters['session'];
  if (typeof told !== 'string') standalone = await openStandalone();
  const parameters = typeof told === 'string' ? readSessionParameters(told) : opened(standalone).parameters;
  session = Session.open(parameters, process.env['CUCUMBER_WORKER_ID'] ?? '0');
});

Before(function requireCapabilities(this: OssWorld, { pickle }) {
  const lacking = neededBy(pickle.tags.map(({ name }) => name)).filter(
    (need) => !this.target.capabilities.includes(need),
  );
  if (lacking.length > 0) throw new Unsupported(`the target declares that it lacks ${lacking.join(', ')}`);
});

After(function judge(this: OssWorld, { pickle, result }) {
  this.leave();
  const { clauses } = opened(catalogue);
  const id = clauseOf(
    pickle.tags.map(({ name }) => name),
    new Set(clauses.map((clause) => clause.id)),
  );
  const clause = clauses.find((candidate) => candidate.id === id);
  if (clause === undefined) throw new Error(`the scenario "${pickle.name}" checks no clause`);
  const judgement = judgeScenario(this, clause, pickle, result?.status ?? Status.UNKNOWN);
  this.attach(JSON.stringify(judgement), { mediaType: judgementMediaType });
});

AfterAll(async function closeSession() {
  nameLeftBehind(await opened(session).close());
  await standalone?.close();
});

function opened<T>(value: T | null): T {
  if (value === null) throw new Error('a scenario began before the session was open');
  return value;
}
