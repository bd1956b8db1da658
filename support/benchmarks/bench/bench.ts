import { writeFileSync } from 'node:fs';
import { PluginFolder } from '../../plugin-folder/plugin-folder.ts';
import type { Measurement } from './measurement.ts';
import { machine, page, table, unexplained, type Measured } from './page.ts';

/**
 * Runs every measurement in `measurements/`, prints the table and writes BENCHMARK.md. Exits with 1 if an aim is missed
 * and its file does not say why.
 */

const measurements = new PluginFolder<Measurement>(new URL('measurements/', import.meta.url));
const measured: Measured[] = [];
const began = performance.now();
for (const name of measurements.names()) {
  const measurement = await measurements.load(name);
  const clock = performance.now();
  measured.push({ measurement, rows: await measurement.measure() });
  process.stderr.write(`${measurement.title}: measured in ${seconds(clock)} s\n`);
}
writeFileSync(new URL('../../../BENCHMARK.md', import.meta.url), page(measured, machine()));
const rows = measured.flatMap((one) => one.rows);
const complaints = unexplained(rows);
process.stdout.write(`${table(rows)}\n`);
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.stdout.write(`BENCHMARK.md written in ${seconds(began)} s\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(0);
}
