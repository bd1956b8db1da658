import { writeFileSync } from 'node:fs';
import { PluginFolder } from '../../plugin-folder/plugin-folder.ts';
import type { Measurement, Row } from './measurement.ts';
import { machine, page, table, unexplained, type Measured } from './page.ts';

/**
 * Runs the measurements in `measurements/`, all or those named as arguments, and prints each row when it is measured. A
 * measurement that fails is a row that says so. With all of them, BENCHMARK.md is written after each row, so that nothing
 * is lost. Exits with 1 if a measurement failed, or if an aim is missed and its file does not say why.
 */

const measurements = new PluginFolder<Measurement>(new URL('measurements/', import.meta.url));
const named = process.argv.slice(2);
const unknown = named.find((name) => !measurements.names().includes(name));
if (unknown !== undefined) {
  process.stderr.write(`there is no measurement "${unknown}"; there are ${measurements.names().join(', ')}\n`);
  process.exit(2);
}

const measured: { readonly measurement: Measurement; readonly rows: Row[] }[] = [];
const failures: string[] = [];
const began = performance.now();
for (const name of named.length > 0 ? named : measurements.names()) {
  const measurement = await measurements.load(name);
  const rows: Row[] = [];
  measured.push({ measurement, rows });
  const clock = performance.now();
  for await (const row of measuredOrFailed(measurement)) {
    rows.push(row);
    process.stdout.write(`${table([row]).split('\n').at(-1)}\n`);
    if (named.length === 0) writePage(measured);
  }
  process.stderr.write(`${measurement.title}: measured in ${seconds(clock)} s\n`);
}
const all = measured.flatMap(({ rows }) => rows);
process.stdout.write(`\n${table(all)}\n`);
for (const complaint of [...failures, ...unexplained(all)]) process.stdout.write(`${complaint}\n`);
process.stdout.write(`${all.length} values measured in ${seconds(began)} s\n`);
process.exitCode = failures.length + unexplained(all).length === 0 ? 0 : 1;

async function* measuredOrFailed(measurement: Measurement): AsyncIterable<Row> {
  try {
    yield* measurement.measure();
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
    failures.push(`${measurement.title}: failed: ${why}`);
    yield { what: `${measurement.title}: the rest`, samples: [], unit: 's', behind: `failed: ${why}` };
  }
}

function writePage(soFar: readonly Measured[]): void {
  writeFileSync(new URL('../../../BENCHMARK.md', import.meta.url), page(soFar, machine()));
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(0);
}
