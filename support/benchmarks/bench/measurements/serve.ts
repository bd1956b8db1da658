import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measurement } from '../measurement.ts';
import { memoryOf, startProgram } from '../programs.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const samples = 5;

/** Until the garbage of the start has been collected. */
const restMs = 1_000;

/** Without them it would print those it generates. */
const keys = { OSS_ACCESS_KEY_ID: 'bench', OSS_ACCESS_KEY_SECRET: 'bench-secret' };

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export default {
  title: 'The store on its own',
  explanation: `\`serve\` as the package has it, compiled and with a warm compile cache: from the start of the process to the line that
says it listens, and the resident set a second later.`,

  async *measure() {
    const taken = await inTemporaryFolder(async (folder) => {
      await compileInto(folder);
      const program = join(folder, 'support', 'cli', 'main.js');
      await sampleOf(program);
      const all: Sample[] = [];
      for (let sample = 0; sample < samples; sample += 1) all.push(await sampleOf(program));
      return all;
    });
    yield {
      what: 'serve, until it is ready',
      samples: taken.map(({ seconds }) => seconds),
      unit: 's',
      aim: { atMost: 0.5 },
      behind: 'in memory, without buckets',
    };
    yield {
      what: 'serve, memory at rest',
      samples: taken.map(({ megabytes }) => megabytes),
      unit: 'MB',
      aim: { atMost: 90 },
      behind: 'before the first request',
    };
  },
} satisfies Measurement;

interface Sample {
  readonly seconds: number;
  readonly megabytes: number;
}

async function sampleOf(program: string): Promise<Sample> {
  const began = performance.now();
  const serving = await startProgram([program, 'serve'], keys);
  const seconds = (performance.now() - began) / 1_000;
  await pause(restMs);
  const megabytes = await memoryOf(serving.processId);
  await serving.end();
  return { seconds, megabytes };
}

async function compileInto(folder: string): Promise<void> {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const compiler = join(dirname(typescript), 'bin', 'tsc');
  const words = [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', folder];
  await promisify(execFile)(process.execPath, words);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}
