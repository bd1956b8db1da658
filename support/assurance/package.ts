import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readResults } from '../reporting/results/results-file.ts';
import { conclude } from './conclusion.ts';

/**
 * Installs the package of `npm run build` with its dependencies in another directory, and judges the reference store and
 * the recordings with it from there.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const place = await mkdtemp(join(tmpdir(), 'package-'));
const complaints: string[] = [];
try {
  const modules = join(place, 'node_modules');
  await mkdir(modules);
  const dependencies = (await readdir(join(root, 'node_modules'))).filter((name) => name !== 'oss-conformance');
  await Promise.all(dependencies.map((name) => symlink(join(root, 'node_modules', name), join(modules, name))));
  await cp(join(root, 'dist'), join(modules, 'oss-conformance'), { recursive: true });
  await judge(place, 'reference');
  await judge(place, 'recordings');
} finally {
  await rm(place, { recursive: true });
}
conclude('package: ', complaints);

/** Whether a run is complete is for the repository's own runs to show. */
async function judge(directory: string, target: 'reference' | 'recordings'): Promise<void> {
  const reports = join(directory, target);
  const program = join(directory, 'node_modules', 'oss-conformance', 'support', 'cli', 'main.js');
  const words = ['run', '--target', target, '--reports', reports, '--no-allure'];
  const run = spawnSync(process.execPath, [program, ...words], { cwd: directory, encoding: 'utf8' });
  if (run.status !== 0) {
    complaints.push(`${target}: exit code ${run.status}: ${run.stderr.trim() || run.stdout.trim()}`);
    return;
  }
  const { verdict } = await readResults(join(reports, 'results.json'));
  if (verdict !== 'conformant') complaints.push(`${target}: ${verdict}`);
}
