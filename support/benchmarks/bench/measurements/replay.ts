import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shippedRecordings } from '../../../cli/run/replaying.ts';
import { commandLine } from '../programs.ts';
import type { Measurement, Row } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { timeProgram, type Ended } from '../programs.ts';
import { scenarioCount } from '../scenario-count.ts';

const samples = 5;

const wallLimit = `A replay has no store, but the rest is as in the main job: one to two seconds pass before the first scenario, and then
each scenario is played and judged, and each of its exchanges is signed, compared with the recording and masked. Nock and
what it needs to replace the network (interceptors, fetch and its streams within Node) take a fifth of the time, masking
a tenth, garbage collection a twentieth.`;
const memoryLimit = `The replay of a single clause takes 260 MB, and of all but OBJ-26 390 MB. Much of that is garbage, because V8
collects late on a machine with free memory: with the heap limited to 160 MB (\`node --max-old-space-size=160\`) all but OBJ-26 take
235 MB. That clause reads back an object of 64 MiB, which is in memory three times (sent, received, compared) and adds 150 MB.`;

export default {
  title: 'Replaying recordings',
  explanation: `\`run --target recordings\` with all recordings and everything it writes except Allure's page, from the start of the process
to its end. Memory is the peak resident set.`,

  async measure(): Promise<readonly Row[]> {
    const runs = await replays();
    const behind = runs.length === 0 ? 'no recordings' : `${await scenarioCount()} scenarios`;
    const wall = runs.map(({ seconds }) => seconds);
    const memory = runs.map(({ peakMegabytes }) => peakMegabytes);
    return [
      {
        what: 'replay of all recordings, wall time',
        samples: wall,
        unit: 's',
        aim: { atMost: 3.5 },
        behind,
        limit: wallLimit,
      },
      {
        what: 'replay of all recordings, peak memory',
        samples: memory,
        unit: 'MB',
        aim: { atMost: 300 },
        behind,
        limit: memoryLimit,
      },
    ];
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
