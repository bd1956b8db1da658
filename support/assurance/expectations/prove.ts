#!/usr/bin/env node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { readExplanations } from './explanations.ts';
import { tryValues, type TriedValues } from './mutated-expectation.ts';
import { oneIn, proofSample } from './sample.ts';
import { reportNotices, type Notice, type NoticeReport } from './noticed-values.ts';
import { startReferenceTarget } from '../../run/reference-target.ts';
import { printableLine } from '../../harness/evidence/printable.ts';

/**
 * Proves that the values in the features matter: changes one value at a time and expects its scenario to turn red on
 * the reference store. Tries a fixed sample, or with `--all` every value. Prints each unnoticed change that
 * `unnoticed-values.yaml` does not explain, and each explanation of a change that is noticed; exits with 1 if there is
 * one.
 */
const { values: options } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const explanations = await readExplanations(new URL('unnoticed-values.yaml', import.meta.url));
const clock = performance.now();
const { tried, untried } = await tryChosenValues();
const report = reportNotices(tried, untried, explanations);
for (const breach of report.breaches) process.stdout.write(`${printableLine(breach)}\n`);
process.stdout.write(`${totals(report)} in ${((performance.now() - clock) / 1000).toFixed(0)} s\n`);
process.exitCode = report.breaches.length === 0 ? 0 : 1;

async function tryChosenValues(): Promise<TriedValues> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-expectations-'));
  const { target, close } = await startReferenceTarget({
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    without: [],
  });
  try {
    // The store is consistent at once: what does not read back on the first try never will.
    const limits = { ...target.limits, readAfterWriteMs: 0 };
    const isChosen = oneIn(options.all ? 1 : proofSample);
    return await tryValues(await loadCatalogue(), { ...target, limits }, directory, isChosen);
  } finally {
    await close();
    await rm(directory, { recursive: true, force: true });
  }
}

function totals({ sites }: NoticeReport): string {
  const of = (notice: Notice): number => sites.filter((site) => site.notice === notice).length;
  const replacementsTried = sites.reduce((sum, site) => sum + site.replacementsTried.length, 0);
  return [
    `${sites.length} of ${sites.length + untried.length} values, ${replacementsTried} mutants: ${of('noticed')} noticed`,
    `${of('not prepared')} by a set-up that fails`,
    `${of('meaningless')} by steps that know no such value`,
    `${of('unnoticed')} unnoticed and explained or listed above`,
  ].join(', ');
}
