import { join, relative, sep } from 'node:path';
import { Writable } from 'node:stream';
import {
  loadConfiguration,
  runCucumber,
  type IConfiguration,
  type IRunConfiguration,
  type ISupportCodeLibrary,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { Catalogue } from '../harness/catalogue/catalogue.ts';
import { suiteFolder } from '../harness/catalogue/feature-folder.ts';

/** TypeScript in the repository, JavaScript in the package. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Cucumber cannot load the same step files twice in one process, so later runs reuse what the first one loaded. */
let loaded: ISupportCodeLibrary | null = null;

/** Runs cucumber on the features of a catalogue, with the hooks and steps of the suite, and hands on each message. */
export async function runSteps(
  catalogue: Catalogue,
  options: Partial<IConfiguration>,
  receive: (message: Envelope) => void,
): Promise<void> {
  const run = await configuration(catalogue, { ...options, import: stepFiles(catalogue) });
  const { support } = await runCucumber({ ...run, support: loaded ?? run.support }, environment(catalogue), receive);
  loaded = support;
}

/** What cucumber needs for these options; the user's own configuration files are not read. */
export async function configuration(
  catalogue: Catalogue,
  provided: Partial<IConfiguration>,
): Promise<IRunConfiguration> {
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment(catalogue));
  return runConfiguration;
}

/** Cucumber requires a formatter for standard output; ours is the summary. */
export function environment({ folder }: Catalogue): {
  cwd: string;
  stdout: Writable;
  stderr: Writable;
  env: NodeJS.ProcessEnv;
} {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: folder.root, stdout, stderr: process.stderr, env: process.env };
}

/** The hooks and steps of the suite, as seen from where the features are: cucumber has one directory for both. */
function stepFiles({ folder }: Catalogue): string[] {
  const suite = relative(folder.root, suiteFolder.root);
  return [`support/run/hooks.${extension}`, `steps/**/*.${extension}`].map((files) =>
    join(suite, files).replaceAll(sep, '/'),
  );
}
