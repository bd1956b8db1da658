import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { WaitMode } from '../../harness/read-after-write/session-waits.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { startTarget } from '../../run/reference-target.ts';
import { openParameters } from '../../run/run.ts';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { laggingStore, type Lag } from './lagging-store.ts';

/**
 * Judges stores that show a change of a rule late, and stores that never do, once with full deadlines and once with
 * waits that are cut. Every verdict and every reason must be the same. All times are a fifth of those of a run: a
 * deadline of one second, and changes that are shown after the equivalents of 0, 1, 3 and 9 seconds.
 */

const deadlineMs = 1_000;

const lags: Readonly<Record<string, Lag>> = {
  'at once': { ms: 0, only: null },
  'after a fifth of the deadline': { ms: 200, only: null },
  'after three fifths of the deadline': { ms: 600, only: null },
  'after the deadline': { ms: 1_800, only: null },
  'late once': { ms: 600, only: 40 },
  'never in time once': { ms: 1_800, only: 40 },
};

const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const suite = new InProcessSuite(directory);
const catalogue = await loadCatalogue();
const complaints: string[] = [];
const [, , ...only] = process.argv;
try {
  for (const [when, lag] of Object.entries(lags))
    if (only.length === 0 || only.includes(when)) await compare(`a change is shown ${when}`, laggingStore(lag));
  for (const name of deviationNames()) if (only.includes(name)) await compare(name, await loadDeviation(name));
} finally {
  await rm(directory, { recursive: true });
}
conclude(`read after write: ${only.length === 0 ? Object.keys(lags).length : only.length} stores, `, complaints);

async function compare(store: string, deviation: Pick<Deviation, 'deviate'>): Promise<void> {
  const full = await judge('full', deviation);
  const cut = await judge('cut', deviation);
  process.stdout.write(`${store}: ${seconds(full.durationMs)} with full deadlines, ${seconds(cut.durationMs)} cut\n`);
  for (const [scenario, verdict] of full.verdicts)
    if (cut.verdicts.get(scenario) !== verdict)
      complaints.push(`${store}: ${scenario} is ${verdict}; with waits that are cut ${cut.verdicts.get(scenario)}`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

interface Judged {
  readonly durationMs: number;
  /** With reasons, by scenario. */
  readonly verdicts: ReadonlyMap<string, string>;
}

async function judge(waits: WaitMode, deviation: Pick<Deviation, 'deviate'>): Promise<Judged> {
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const { target, close } = await startTarget('reference store', style, deviation);
  try {
    const limits = { ...target.limits, readAfterWriteMs: deadlineMs, answerMs: deadlineMs };
    const began = performance.now();
    const opened = await openParameters(catalogue, { ...target, limits }, { parallel: 0, reportsDirectory: directory });
    const seen = await suite.run(await suite.featuresOn('store'), { ...opened, waits });
    const verdicts = seen.map(
      ({ clause, name, verdict, reason }, index) =>
        [`${index}, ${clause} ${name}`, `${verdict} (${reason ?? 'no reason'})`] as const,
    );
    return { durationMs: performance.now() - began, verdicts: new Map(verdicts) };
  } finally {
    await close();
  }
}
