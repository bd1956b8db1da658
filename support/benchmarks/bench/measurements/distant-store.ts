import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../../../reporting/results/results.ts';
import { commandLine } from '../programs.ts';
import { startProgram } from '../programs.ts';
import { DelayingProxy } from '../delaying-proxy.ts';
import { median, type Measurement } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { timeProgram } from '../programs.ts';

const distanceMs = 100;
/** Alternating halves of the suite: the whole suite five times would take as long as all other figures together. */
const shards = ['1/2', '2/2', '1/2', '2/2', '1/2'];

const limit = `A scenario waits for three to four answers in sequence, because each verdict depends on the previous answer; buckets are
created and deleted meanwhile. A quota of 20 live buckets allows six workers (worker-count.ts), so waiting alone takes
0.05 to 0.06 s a scenario. The rest is the start of the workers, a second of processor time each for only half of the
suite, and the work of six workers on two cores.`;

export default {
  title: 'A distant store',
  explanation: `\`run\` against \`serve\` through a proxy that delays every answer by ${distanceMs} ms, like a store on another continent;
each sample is one half of the suite by \`--shard\`, from the start of the process to its end, divided by its
scenarios. The run measures the round trip and chooses the number of its workers by it.`,

  measure: () =>
    inTemporaryFolder(async (folder) => {
      const target = join(folder, 'target.yaml');
      const store = await startProgram([commandLine, 'serve', '--write-target', target]);
      // Written by this very version.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const { endpoint } = JSON.parse(store.firstLine) as { endpoint: string };
      const proxy = await DelayingProxy.start(endpoint, distanceMs);
      try {
        const samples: number[] = [];
        const requests: number[] = [];
        for (const shard of shards) {
          const reports = join(folder, 'reports');
          const words = ['run', '--target', target, '--endpoint', proxy.endpoint, '--shard', shard];
          const { seconds } = await timeProgram([commandLine, ...words, '--reports', reports]);
          const results = await readResults(reports);
          const scenarios = results.clauses.reduce((sum, clause) => sum + clause.scenarios.length, 0);
          samples.push(seconds / scenarios);
          requests.push(results.requests / scenarios);
        }
        return [
          {
            what: `the suite at a distance of ${distanceMs} ms, wall time of a scenario`,
            samples,
            unit: 's' as const,
            aim: { atMost: 0.08 },
            behind: `${median(requests).toFixed(1)} judged requests a scenario`,
            limit,
          },
        ];
      } finally {
        await proxy.close();
        await store.end();
      }
    }),
} satisfies Measurement;

async function readResults(reports: string): Promise<Results> {
  // Written by this very version, and checked against its schema then.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(await readFile(join(reports, 'results.json'), 'utf8')) as Results;
}
