import { join } from 'node:path';
import type { Measurement } from '../measurement.ts';
import { commandLine, startProgram, timeProgram } from '../programs.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const samples = 5;
const scenario = 'features/errors/error-envelope.feature:37';

const limit = `Half of the time is reading: cucumber and the steps are loaded, all features and clauses are parsed, because a run
states how much of the suite it covers.`;

export default {
  title: 'The first answer',
  explanation: `From the start of the process to its end: \`run ${scenario} --no-allure\` against a store that
runs already, and \`--help\`. The compile cache of Node is warm.`,

  async *measure() {
    const { run, help } = await inTemporaryFolder(async (folder) => {
      const target = join(folder, 'target.yaml');
      const store = await startProgram([commandLine, 'serve', '--write-target', target]);
      const flags = ['--target', target, '--no-allure', '--reports', join(folder, 'reports')];
      try {
        return {
          run: await secondsOf([commandLine, 'run', scenario, ...flags]),
          help: await secondsOf([commandLine, '--help']),
        };
      } finally {
        await store.end();
      }
    });
    const behind = 'from the start of the process to its end';
    yield {
      what: 'one scenario against a running store',
      samples: run,
      unit: 's',
      aim: { atMost: 1.5 },
      behind,
      limit,
    };
    yield {
      what: '`--help`',
      samples: help,
      unit: 's',
      aim: { atMost: 0.25 },
      behind,
      limit: 'Node itself and the program of each command, which only states its options.',
    };
  },
} satisfies Measurement;

/** The first one warms the cache. */
async function secondsOf(words: readonly string[]): Promise<readonly number[]> {
  await timeProgram(words);
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) times.push((await timeProgram(words)).seconds);
  return times;
}
