import { join } from 'node:path';
import { readResults } from '../../../reporting/results/results-file.ts';
import type { Measurement } from '../measurement.ts';
import { commandLine, timeProgram } from '../programs.ts';
import { scenarioCount } from '../scenario-count.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const samples = 2;
const shards = 3;

const limit = `Results and evidence are kept until the reports are written: some 20 kB a scenario.`;

export default {
  title: 'Growth',
  explanation: `\`run\` with all scenarios, against \`run --shard\` with each third of them, one after the other, without Allure. The time
is that of the scenarios alone, without the start of the process. Time per scenario grows with their number if the ratio is
above 1. The memory is the difference of the peak resident sets, divided by the difference in scenarios.`,

  measure: () =>
    inTemporaryFolder(async (folder) => {
      const scenarios = await scenarioCount();
      const times: number[] = [];
      const memory: number[] = [];
      for (let sample = 0; sample < samples; sample += 1) {
        const thirds: Run[] = [];
        for (let shard = 1; shard <= shards; shard += 1)
          thirds.push(await runOf(folder, ['--shard', `${shard}/${shards}`]));
        const whole = await runOf(folder, []);
        const largest = Math.max(...thirds.map(({ peakMegabytes }) => peakMegabytes));
        times.push(whole.seconds / thirds.reduce((sum, { seconds }) => sum + seconds, 0));
        memory.push((whole.peakMegabytes - largest) / (scenarios * (1 - 1 / shards)));
      }
      const behind = `${scenarios} scenarios and thirds of them`;
      return [
        {
          what: 'all scenarios, as a multiple of three thirds of them',
          samples: times,
          unit: '×' as const,
          aim: { atMost: 1.1 },
          behind,
          limit,
        },
        {
          what: 'memory for a further scenario',
          samples: memory,
          unit: 'MB' as const,
          aim: { atMost: 0.1 },
          behind,
          limit,
        },
      ];
    }),
} satisfies Measurement;

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

async function runOf(folder: string, words: readonly string[]): Promise<Run> {
  const reports = join(folder, 'reports');
  const { peakMegabytes } = await timeProgram([commandLine, 'run', '--no-allure', '--reports', reports, ...words]);
  const { durationMs } = await readResults(join(reports, 'results.json'));
  return { seconds: durationMs / 1_000, peakMegabytes };
}
