import { writeFileSync } from 'node:fs';
import { PluginFolder } from '../../plugin-folder/plugin-folder.ts';
import type { Figure } from './figure.ts';
import { machine } from './machine.ts';
import { page, table, unexplained, type Measured } from './page.ts';

/**
 * Measures everything that `figures/` holds, prints the table and writes BENCHMARK.md. Ends with 1 where an aim is
 * missed and nobody has written why.
 */

const figures = new PluginFolder<Figure>(new URL('figures/', import.meta.url));
const measured: Measured[] = [];
const began = performance.now();
for (const name of figures.names()) {
  const figure = await figures.load(name);
  const clock = performance.now();
  measured.push({ figure, rows: await figure.measure() });
  process.stderr.write(`${figure.title}: measured in ${seconds(clock)} s\n`);
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
