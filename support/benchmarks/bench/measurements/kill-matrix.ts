import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deviationNames } from '../../../reference-store/deviation.ts';
import { commandLine, timeProgram } from '../programs.ts';
import type { Measurement } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const all = deviationNames();
const count = 12;
const names = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] ?? '');

export default {
  title: 'The kill matrix',
  explanation: `\`deviations --only\` with ${count} of all deviations, spread evenly over the alphabet. One more runs at a time than there
are cores, so a deviation's share of the time is the sum of theirs, divided by how many run at a time and by their number.
The run includes runs of the whole suite on the sound store, before and after, which the whole matrix has once, too. The
deviations are ${names.map((name) => `\`${name}\``).join(',\n')}.`,

  async *measure() {
    const { seconds, sum } = await inTemporaryFolder(async (folder) => {
      const words = ['deviations', '--only', names.join(','), '--reports', folder];
      const ended = await timeProgram([commandLine, ...words]);
      return { seconds: ended.seconds, sum: await summedSeconds(folder) };
    });
    yield {
      what: 'the kill matrix, a deviation',
      samples: [sum / Math.min(availableParallelism() + 1, count) / count],
      unit: 's',
      aim: { atMost: 0.35 },
      limit:
        'A deviation is played by every scenario in which it decides otherwise than the store: from one to hundreds.',
      behind: `${seconds.toFixed(0)} s for these ${count} of ${all.length}, with the runs before and after`,
    };
  },
} satisfies Measurement;

async function summedSeconds(reports: string): Promise<number> {
  // Written by this very version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { deviations } = JSON.parse(await readFile(join(reports, 'kill-matrix.json'), 'utf8')) as {
    readonly deviations: readonly { readonly durationMs: number }[];
  };
  return deviations.reduce((sum, { durationMs }) => sum + durationMs / 1_000, 0);
}
