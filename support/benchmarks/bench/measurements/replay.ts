import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shippedRecordings } from '../../../cli/run/replaying.ts';
import { commandLine } from '../programs.ts';
import type { Measurement } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { timeProgram, type Ended } from '../programs.ts';
import { scenarioCount } from '../scenario-count.ts';

const samples = 2;

const wallLimit = `The aim was set for 697 scenarios with half as many exchanges. Nock answers each different exchange, a third of all,
through a parser of HTTP, two copies of the request, web streams and a response of \`fetch\`, which takes about half a
millisecond of processor time and is a fifth of a replay. Another sixth passes before the first scenario. In the rest each
scenario is played and judged, and each exchange is signed, compared with the recording and masked. Two workers
(\`--parallel 2\`) each load and compile everything, which takes two thirds more processor time, and more memory.`;
const memoryLimit = `After the start, 75 MB of the heap are in use, half of that the code of the programs, and at the end 120 MB; the rest of
the resident set is Node itself, the young generation of 34 MB, and the body of OBJ-26, which is in memory once, 64 MiB. A
heap that is kept smaller takes several times as long to collect.`;

export default {
  title: 'Replaying recordings',
  explanation: `\`run --target recordings\` with all recordings and everything it writes except Allure's page, from the start of the process
to its end. Memory is the peak resident set.`,

  async *measure() {
    const runs = await replays();
    const behind = runs.length === 0 ? 'no recordings' : `${await scenarioCount()} scenarios`;
    const wall = runs.map(({ seconds }) => seconds);
    const memory = runs.map(({ peakMegabytes }) => peakMegabytes);
    yield {
      what: 'replay of all recordings, wall time',
      samples: wall,
      unit: 's',
      aim: { atMost: 3.5 },
      behind,
      limit: wallLimit,
    };
    yield {
      what: 'replay of all recordings, peak memory',
      samples: memory,
      unit: 'MB',
      aim: { atMost: 300 },
      behind,
      limit: memoryLimit,
    };
  },
} satisfies Measurement;

async function replays(): Promise<readonly Ended[]> {
  if (!existsSync(shippedRecordings())) return [];
  return inTemporaryFolder(async (folder) => {
    const runs: Ended[] = [];
    while (runs.length < samples)
      runs.push(
        await timeProgram([commandLine, 'run', '--target', 'recordings', '--reports', join(folder, 'reports')]),
      );
    return runs;
  });
}
