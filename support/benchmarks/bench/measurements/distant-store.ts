import { join } from 'node:path';
import { readResults } from '../../../reporting/results/results-file.ts';
import { DelayingProxy } from '../delaying-proxy.ts';
import type { Measurement } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { commandLine, startProgram, timeProgram } from '../programs.ts';

const distanceMs = 100;
/** The whole suite would take as long as several other measurements together. */
const shard = '1/3';

const limit = `A scenario waits for three to four answers in sequence, because each verdict depends on the previous answer; buckets are
created and deleted meanwhile. A quota of 20 live buckets allows six workers (worker-count.ts), so waiting alone takes
0.05 to 0.06 s a scenario. The rest is the start of the workers, a second of processor time each for only a third of the
suite, and the work of six workers on two cores.`;

export default {
  title: 'A distant store',
  explanation: `\`run\` against \`serve\` through a proxy that delays every answer by ${distanceMs} ms, like a store on another continent;
a third of the suite by \`--shard\`, from the start of the process to its end, divided by its scenarios. The run measures
the round trip and chooses the number of its workers by it.`,

  async *measure() {
    const { seconds, results } = await inTemporaryFolder(async (folder) => {
      const target = join(folder, 'target.yaml');
      const reports = join(folder, 'reports');
      const store = await startProgram([commandLine, 'serve', '--write-target', target]);
      // Written by this very version.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const { endpoint } = JSON.parse(store.firstLine) as { endpoint: string };
      const proxy = await DelayingProxy.start(endpoint, distanceMs);
      try {
        const flags = ['--target', target, '--endpoint', proxy.endpoint, '--shard', shard, '--reports', reports];
        const ended = await timeProgram([commandLine, 'run', ...flags]);
        return { seconds: ended.seconds, results: await readResults(join(reports, 'results.json')) };
      } finally {
        await proxy.close();
        await store.end();
      }
    });
    const scenarios = results.clauses.reduce((sum, clause) => sum + clause.scenarios.length, 0);
    yield {
      what: `the suite at a distance of ${distanceMs} ms, wall time of a scenario`,
      samples: [seconds / scenarios],
      unit: 's',
      aim: { atMost: 0.08 },
      behind: `${(results.requests / scenarios).toFixed(1)} judged requests a scenario`,
      limit,
    };
  },
} satisfies Measurement;
