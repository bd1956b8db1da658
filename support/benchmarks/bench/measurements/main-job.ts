import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAllureReport } from '../../../reporting/allure/allure-report.ts';
import { readResults } from '../../../reporting/results/results-file.ts';
import type { Measurement, Row } from '../measurement.ts';
import { commandLine, timeProgram } from '../programs.ts';
import { scenarioCount } from '../scenario-count.ts';

/** The program behind the command `cucumber-js`. */
const cucumber = join(
  dirname(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')),
  'bin',
  'cucumber.js',
);
const emptyStep = fileURLToPath(new URL('../empty-step.ts', import.meta.url));

const limit = `The bare scenarios do nothing and take a millisecond each. Ours take fifteen, in one thread that runs both the suite and
the store: each sends four requests that are judged, and as many again make and remove its bucket. A CPU profile shows: two
seconds pass before the first scenario; a fifth is the reference store, which verifies every signature and writes the bytes
of each object to a file; an eighth is the client; a tenth is writing the evidence and Allure's result of each scenario; a
tenth is waiting for the clock where a clause is about times; a twelfth is cucumber's matching of steps, which rewrites its
expressions for engines without match indices; masking secrets, reading answers with two XML parsers, and collecting garbage
take a twentieth each; then signing and a long tail. Three ways to use both cores were tried. A thread of its own for the
store changes nothing: each request waits for its answer. Two workers next to one store take as long; two workers with a
store each take 24 s instead of 27, for ten more seconds of processor time and half as much memory again, because each
loads and compiles everything, and both cores together do one and a half times the work of one. The scenarios have
changed, too: the aim was set for 697.`;

export default {
  title: 'The main job',
  explanation: `\`npm start\`, with the reference store that it starts and everything it writes except Allure's page, against bare
cucumber-js with as many scenarios of one empty step and allure-cucumberjs' own reporter. Java builds the page from the
results of the last run; that is measured separately.`,

  async *measure() {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
    const scenarios = await scenarioCount();
    const reports = join(folder.path, 'reports');
    await writeEmptyScenarios(folder.path, scenarios);
    const bare = await secondsOfBare(folder.path);
    const whole = (await timeProgram([commandLine, 'run', '--reports', reports])).seconds;
    yield ratio(whole, bare, scenarios);
    yield await allurePage(reports);
  },
} satisfies Measurement;

async function writeEmptyScenarios(folder: string, scenarios: number): Promise<void> {
  const lines = ['Feature: nothing'];
  for (let number = 1; number <= scenarios; number += 1)
    lines.push(`  Scenario: number ${number}`, '    Given nothing');
  await mkdir(join(folder, 'features'));
  await writeFile(join(folder, 'features', 'nothing.feature'), lines.join('\n'));
}

async function secondsOfBare(folder: string): Promise<number> {
  const formatOptions = JSON.stringify({ resultsDir: join(folder, 'bare-results') });
  const format = ['--format', 'allure-cucumberjs/reporter', '--format-options', formatOptions];
  return (await timeProgram([cucumber, '--import', emptyStep, ...format], folder)).seconds;
}

function ratio(whole: number, bare: number, scenarios: number): Row {
  return {
    what: 'the main job, as a multiple of bare cucumber-js',
    samples: [whole / bare],
    unit: '×',
    aim: { atMost: 4 },
    behind: `${whole.toFixed(1)} s and ${bare.toFixed(1)} s for ${scenarios} scenarios`,
    limit,
  };
}

async function allurePage(reports: string): Promise<Row> {
  const what = "Allure's page, built by Java";
  const results = await readResults(join(reports, 'results.json'));
  const began = performance.now();
  const report = await buildAllureReport(reports, results);
  if ('missing' in report) return { what, samples: [], unit: 's', behind: report.missing };
  const seconds = (performance.now() - began) / 1_000;
  return { what, samples: [seconds], unit: 's', behind: 'of the results of one main job' };
}
