import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded by `--import` into a measured program: at its end, writes its peak resident set in KiB, threads included. */
const file = process.env['BENCH_PEAK_FILE'];
if (isMainThread && file !== undefined)
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
