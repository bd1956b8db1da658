import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deviationNames } from '../../../reference-store/deviation.ts';
import { commandLine } from '../command-line.ts';
import type { Figure } from '../figure.ts';
import { inFolder } from '../scratch-folder.ts';
import { timed } from '../timed-program.ts';

const all = deviationNames();
const names = Array.from({ length: 7 }, (_, index) => all[Math.floor((index * all.length) / 7)] ?? '');

export default {
  title: 'The kill matrix',
  explanation: `\`deviations --only\` with ${names.length} of all deviations, which stand in the alphabet as far from each other as can be; a sample
is one deviation. As many run at a time as there are cores, and one more, so the whole matrix takes less than their sum.
The run of these ${names.length} holds runs of the whole suite on a sound store before and after, too. They are
${names.map((name) => `\`${name}\``).join(',\n')}.`,

  measure: () =>
    inFolder(async (folder) => {
      const { seconds } = await timed([commandLine, 'deviations', '--only', names.join(','), '--reports', folder]);
      const samples = await durations(folder);
      return [
        {
          what: 'the kill matrix, a deviation',
          samples,
          unit: 's' as const,
          behind: `${seconds.toFixed(0)} s for these ${samples.length} of ${all.length}`,
        },
      ];
    }),
} satisfies Figure;

async function durations(reports: string): Promise<readonly number[]> {
  // Written by this very version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { deviations } = JSON.parse(await readFile(join(reports, 'kill-matrix.json'), 'utf8')) as {
    readonly deviations: readonly { readonly durationMs: number }[];
  };
  return deviations.map(({ durationMs }) => durationMs / 1_000);
}
