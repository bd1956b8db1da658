import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../results/results.ts';

/** How many targets and selections a reports folder remembers; Allure itself keeps 20 runs of each. */
const rememberedHistories = 20;

/**
 * What Allure knows of earlier runs of the same scenarios against the same target, in `allure-history/` of a reports
 * folder. A report that is one file has no history folder of its own: its history is taken out of it.
 */
export class AllureHistory {
  readonly #folder: string;
  readonly #directory: string;

  constructor(reportsDirectory: string, results: Results) {
    this.#folder = join(reportsDirectory, 'allure-history');
    this.#directory = join(this.#folder, keyOf(results));
  }

  /** Adds the history to the results of a new run, with the number of the run: trends need a growing number. */
  async giveTo(resultsDirectory: string): Promise<number> {
    try {
      await cp(this.#directory, join(resultsDirectory, 'history'), { recursive: true });
      return (await lastBuildOrder(this.#directory)) + 1;
    } catch {
      // The first run has no history; an unreadable one is replaced.
      return 1;
    }
  }

  /** Keeps the history from this run's report, and removes the oldest histories beyond the limit. */
  async takeFrom(reportPath: string): Promise<void> {
    const files = embeddedHistory(await readFile(reportPath, 'utf8'));
    if (files.length === 0) return;
    await rm(this.#directory, { recursive: true, force: true });
    await mkdir(this.#directory, { recursive: true });
    for (const [name, content] of files) await writeFile(join(this.#directory, name), content);
    await this.#forgetOldest();
  }

  async #forgetOldest(): Promise<void> {
    const names = await readdir(this.#folder);
    const histories = await Promise.all(
      names.map(async (name) => ({ name, changed: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    const oldest = histories.toSorted((one, other) => other.changed - one.changed).slice(rememberedHistories);
    for (const { name } of oldest) await rm(join(this.#folder, name), { recursive: true });
  }
}

/**
 * One history for each target and selection of scenarios: a run of one scenario does not belong in the trend of the
 * suite.
 */
function keyOf({ target, clauses }: Results): string {
  const scenarios = clauses.flatMap(({ id, scenarios: own }) => own.map(({ name }) => `${id}: ${name}`)).toSorted();
  const digest = createHash('sha256')
    .update(JSON.stringify([target.name, target.kind, scenarios]))
    .digest('hex');
  return `${target.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}-${digest.slice(0, 12)}`;
}

/** Allure's one-file report holds each file as `d('history/history.json','…base64…')`. */
function embeddedHistory(report: string): (readonly [name: string, content: Buffer])[] {
  return [...report.matchAll(/\bd\('history\/([a-z-]+\.json)','([A-Za-z0-9+/=]*)'\)/g)].map(
    ([, name = '', content = '']) => [name, Buffer.from(content, 'base64')] as const,
  );
}

async function lastBuildOrder(directory: string): Promise<number> {
  const trend: unknown = JSON.parse(await readFile(join(directory, 'history-trend.json'), 'utf8'));
  return Array.isArray(trend) ? Math.max(0, ...trend.map(buildOrderOf)) : 0;
}

function buildOrderOf(point: unknown): number {
  if (typeof point !== 'object' || point === null || !('buildOrder' in point)) return 0;
  return Number.isSafeInteger(point.buildOrder) ? Number(point.buildOrder) : 0;
}
