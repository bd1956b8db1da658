import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shippedRecordings } from '../../../cli/run/replaying.ts';
import { commandLine } from '../command-line.ts';
import type { Figure, Row } from '../figure.ts';
import { inFolder } from '../scratch-folder.ts';
import { timed, type Ended } from '../timed-program.ts';
import { scenarioCount } from '../whole-suite.ts';

const samples = 5;

const wallLimit = `There is no store in a replay, but the rest is as in the main job: one to two seconds go before the first scenario, and
then each scenario is played and judged, and each of its exchanges is signed, compared with the recording and masked. Nock and what it brings to stand in for the network (interceptors, fetch and its
streams within Node) are a fifth of it, masking a tenth after it was halved, garbage collection a twentieth.`;
const memoryLimit = `The replay of a single clause takes 260 MB, and of all but OBJ-26 390 MB. Much of that is garbage, for V8 collects late where
a machine has memory to spare: with the heap bounded to 160 MB (\`node --max-old-space-size=160\`) all but OBJ-26 take
235 MB. That clause reads an object of 64 MiB back, which is held as sent, as received and as compared
at the same time, and adds 150 MB.`;

export default {
  title: 'Replaying recordings',
  explanation: `\`run --target recordings\`, all of them, with everything it writes except Allure's page, from the start of the process
to its end. Memory is the most that was resident at a time.`,

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
        aim: { atMost: 3 },
        behind,
        limit: wallLimit,
      },
      {
        what: 'replay of all recordings, peak memory',
        samples: memory,
        unit: 'MB',
        aim: { atMost: 250 },
        behind,
        limit: memoryLimit,
      },
    ];
  },
} satisfies Figure;

async function replays(): Promise<readonly Ended[]> {
  if (!existsSync(shippedRecordings())) return [];
  return inFolder(async (folder) => {
    const runs: Ended[] = [];
    while (runs.length < samples)
      runs.push(await timed([commandLine, 'run', '--target', 'recordings', '--reports', join(folder, 'reports')]));
    return runs;
  });
}
