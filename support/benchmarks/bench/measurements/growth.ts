import { mkdtempDisposable, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../../harness/catalogue/catalogue.ts';
import { ownFolder } from '../../../harness/catalogue/feature-folder.ts';
import { buildAllureReport } from '../../../reporting/allure/allure-report.ts';
import { readEvidence } from '../../../reporting/evidence/evidence-folder.ts';
import { page } from '../../../reporting/page/page.ts';
import { readResults } from '../../../reporting/results/results-file.ts';
import type { Results } from '../../../reporting/results/results.ts';
import { copyFeatures } from '../copied-features.ts';
import type { Measurement, Row } from '../measurement.ts';
import { commandLine, timeProgram } from '../programs.ts';

const scenarios = 3_000;

const limit = `Cucumber keeps every message of a run until its end, and the results are kept until the reports are written; the
exchanges are written to the disk when a scenario ends.`;

export default {
  title: 'Growth',
  explanation: `\`run --features\` with copies of the suite's families under other names, some ${scenarios} scenarios, against \`--shard 1/4\` of
them, with everything that a run writes except Allure's page. The time is that of the scenarios alone, without the start
of the process; memory is the peak resident set. The pages are built again from the reports of the large run.`,

  async *measure() {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
    const features = join(folder.path, 'copied');
    const copied = await copyFeatures(features, scenarios);
    const quarter = await runOf(features, join(folder.path, 'quarter'), ['--shard', '1/4']);
    const reports = join(folder.path, 'whole');
    const whole = await runOf(features, reports, []);
    const behind = `${whole.scenarios} and ${quarter.scenarios} scenarios`;
    yield {
      what: `the time of a scenario among ${copied}, as a multiple of that among a quarter of them`,
      samples: [whole.seconds / whole.scenarios / (quarter.seconds / quarter.scenarios)],
      unit: '×',
      aim: { atMost: 1.1 },
      behind: `${whole.seconds.toFixed(1)} s and ${quarter.seconds.toFixed(1)} s for ${behind}`,
      limit,
    };
    yield {
      what: `memory for ${copied} scenarios, as a multiple of that for a quarter of them`,
      samples: [whole.peakMegabytes / quarter.peakMegabytes],
      unit: '×',
      aim: { atMost: 1.5 },
      behind: `${whole.peakMegabytes.toFixed(0)} MB and ${quarter.peakMegabytes.toFixed(0)} MB for ${behind}`,
      limit,
    };
    yield await pageOf(features, reports, whole.results);
    yield await allurePageOf(reports, whole.results);
  },
} satisfies Measurement;

interface Run {
  readonly scenarios: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly results: Results;
}

async function runOf(features: string, reports: string, words: readonly string[]): Promise<Run> {
  const command = [commandLine, 'run', '--features', features, '--allure', '--reports', reports, ...words];
  const { peakMegabytes } = await timeProgram(command);
  const results = await readResults(join(reports, 'results.json'));
  const count = results.clauses.reduce((sum, clause) => sum + clause.scenarios.length, 0);
  return { scenarios: count, seconds: results.durationMs / 1_000, peakMegabytes, results };
}

async function pageOf(features: string, reports: string, results: Results): Promise<Row> {
  const { clauses } = await loadCatalogue(ownFolder(features));
  const began = performance.now();
  const evidence = await readEvidence(join(reports, 'evidence'));
  const text = page({ clauses, sides: [{ label: results.target.name, results, evidence }] });
  const seconds = (performance.now() - began) / 1_000;
  const megabytes = (Buffer.byteLength(text) / 1_000_000).toFixed(1);
  return {
    what: 'the page of so many, its evidence read again',
    samples: [seconds],
    unit: 's',
    behind: `${megabytes} MB`,
  };
}

async function allurePageOf(reports: string, results: Results): Promise<Row> {
  const what = "Allure's page of so many, built by Java";
  const began = performance.now();
  const report = await buildAllureReport(reports, results);
  if ('missing' in report) return { what, samples: [], unit: 's', behind: report.missing };
  const seconds = (performance.now() - began) / 1_000;
  const megabytes = ((await stat(report.built)).size / 1_000_000).toFixed(0);
  return { what, samples: [seconds], unit: 's', behind: `${megabytes} MB` };
}
