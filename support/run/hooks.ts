import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
  Status,
  type ITestCaseHookParameter,
} from '@cucumber/cucumber';
import { ownFolder, suiteFolder, pathOf } from '../harness/catalogue/feature-folder.ts';
import { loadCatalogue, neededBy, type Catalogue, type CatalogueEntry } from '../harness/catalogue/catalogue.ts';
import { Redactor } from '../harness/evidence/redaction.ts';
import { Blocked, Unsupported, Untested } from '../harness/verdict/finding.ts';
import { InterruptionListener } from './interruption-channel.ts';
import { verdictMediaType, notPlayedMediaType } from '../harness/verdict/verdict-attachment.ts';
import { reportLeftBuckets } from '../harness/buckets/bucket-removal.ts';
import { unplayableStep, verdictOnScenario } from '../harness/verdict/scenario-verdict.ts';
import { verdictWithEvidence } from './scenario-evidence.ts';
import { readSessionParameters } from '../harness/world/session.ts';
import { openBackend } from './backend-choice.ts';
import type { Backend } from '../harness/world/backend.ts';
import { openStandalone, type Standalone } from './standalone.ts';
import { stepsDigest } from '../recordings/format/recorded-scenario.ts';
import { OssWorld } from '../harness/world/world.ts';

/**
 * How scenarios reach the target: one session per worker, one world per scenario. What a step throws is kept as it
 * was thrown, because cucumber's messages hold only text.
 */

/** Every wait of the suite has its own limit; this one only ends a step that hangs. */
setDefaultTimeout(180_000);

let interruption: InterruptionListener | null = null;
let backend: Backend | null = null;
/** By id. */
let catalogue: ReadonlyMap<string, CatalogueEntry> | null = null;
let standalone: Standalone | null = null;
/** For a scenario that could not begin, and so has no session with a redactor. */
let redactor: Redactor | null = null;

setWorldConstructor(OssWorld);

setDefinitionFunctionWrapper((definition: (...given: unknown[]) => unknown) => {
  return async function keepsWhatIsThrown(this: unknown, ...given: unknown[]): Promise<unknown> {
    const step = async (world: unknown): Promise<unknown> => definition.apply(world, given);
    try {
      return await (this instanceof OssWorld && !hooks.has(definition) ? opened(backend).play(this, step) : step(this));
    } catch (error) {
      if (!(this instanceof OssWorld)) throw error;
      this.thrown = { error };
      if (error instanceof Blocked || error instanceof Unsupported || error instanceof Untested) return 'skipped';
      throw error;
    } finally {
      if (this instanceof OssWorld && !hooks.has(definition)) this.endStep();
    }
  };
});

BeforeAll(async function openBackendOfWorker() {
  // Later runs in this process use the same features.
  catalogue ??= new Map((await catalogueIn(this.parameters)).clauses.map((clause) => [clause.id, clause]));
  const told: unknown = this.parameters['session'];
  if (typeof told !== 'string') standalone = await openStandalone();
  const parameters = typeof told === 'string' ? readSessionParameters(told) : opened(standalone).parameters;
  redactor = Redactor.forTarget(parameters.target);
  interruption = new InterruptionListener(parameters.run);
  const worker = process.env['CUCUMBER_WORKER_ID'] ?? '0';
  // Scenarios that are played again need other bucket names.
  const round = { cut: '', again: 'a', full: 'f' }[parameters.waits];
  backend = await openBackend(parameters, `${worker}${round}`);
});

/** Cucumber cannot be stopped: scenarios after an interruption are skipped. */
async function enterScenario(this: OssWorld, { pickle }: ITestCaseHookParameter): Promise<'skipped' | undefined> {
  this.isPlayed = !opened(interruption).wasTold;
  if (!this.isPlayed) return 'skipped';
  const { id } = clauseChecked(pickle);
  this.place = `${pickle.uri}:${pickle.location?.line ?? 0}`;
  await opened(backend).enter(this, { feature: pickle.uri, clause: id, name: pickle.name, steps: stepsDigest(pickle) });
  this.isEntered = true;
  return undefined;
}

function requireCapabilities(this: OssWorld, { pickle }: ITestCaseHookParameter): void {
  const needs = neededBy(pickle.tags.map(({ name }) => name));
  const lacking = needs.filter((need) => !this.target.capabilities.includes(need));
  if (lacking.length > 0) throw new Unsupported(`the target declares that it lacks ${lacking.join(', ')}`);
  const { v1Refusal } = this.session;
  if (v1Refusal !== null && needs.includes('v1'))
    throw new Unsupported(`the target refuses V1 signatures (${v1Refusal})`);
}

async function attachVerdict(this: OssWorld, { pickle, result }: ITestCaseHookParameter): Promise<void> {
  if (!this.isPlayed) return this.attach('', { mediaType: notPlayedMediaType });
  const clause = clauseChecked(pickle);
  const ending = result?.status ?? Status.UNKNOWN;
  const unplayable = unplayableStep(ending, pickle.steps[this.stepEnds.length]?.text ?? '');
  if (unplayable !== null) this.thrown = { error: unplayable };
  try {
    await opened(backend).leave(this, ({ thrown, observations }) =>
      verdictOnScenario(clause, thrown, ending, observations),
    );
  } catch (error) {
    // What cannot be left because it could not begin has its cause already.
    if (this.isEntered || this.thrown === null) this.thrown = { error };
  }
  const verdict = verdictWithEvidence(this, clause, pickle, { ending, redactor: opened(redactor) });
  this.attach(JSON.stringify(verdict), { mediaType: verdictMediaType });
}

/** They are not part of the scenario, so a recording does not replay them. */
const hooks: ReadonlySet<unknown> = new Set([enterScenario, requireCapabilities, attachVerdict]);

Before(enterScenario);
Before(requireCapabilities);
After(attachVerdict);

AfterAll(async function closeBackend() {
  const [listener, playedOn, own] = [interruption, backend, standalone];
  // A later run in this process that cannot open its own must not close these again.
  [interruption, backend, standalone] = [null, null, null];
  try {
    listener?.close();
    const left = (await playedOn?.close()) ?? [];
    // Otherwise the run reports them, because the last output of a worker may be lost.
    if (own !== null) reportLeftBuckets(left);
  } finally {
    await own?.close();
  }
});

/** What cucumber hands to its workers is plain data; plain `cucumber-js` hands over nothing. */
function catalogueIn({ features }: { readonly features?: unknown }): Promise<Catalogue> {
  return loadCatalogue(
    typeof features === 'string' && features !== pathOf(suiteFolder) ? ownFolder(features) : undefined,
  );
}

function opened<T>(value: T | null): T {
  if (value === null) throw new Error('a scenario began before the backend was open');
  return value;
}

function clauseChecked({ name, tags }: ITestCaseHookParameter['pickle']): CatalogueEntry {
  const clauses = opened(catalogue);
  const clause = tags.map((tag) => clauses.get(tag.name.slice(1))).find((found) => found !== undefined);
  if (clause === undefined) throw new Error(`the scenario "${name}" checks no clause`);
  return clause;
}
