import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deviationNames } from '../../../reference-store/deviation.ts';
import { commandLine } from '../programs.ts';
import type { Measurement } from '../measurement.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { timeProgram } from '../programs.ts';

const all = deviationNames();
const names = Array.from({ length: 7 }, (_, index) => all[Math.floor((index * all.length) / 7)] ?? '');

export default {
  title: 'The kill matrix',
  explanation: `\`deviations --only\` with ${names.length} of all deviations, spread evenly over the alphabet; a sample is one deviation.
One more runs at a time than there are cores, so the whole matrix takes less than the sum. The run of these ${names.length} includes runs
of the whole suite on the sound store, before and after. They are
${names.map((name) => `\`${name}\``).join(',\n')}.`,

  measure: () =>
    inTemporaryFolder(async (folder) => {
      const { seconds } = await timeProgram([
        commandLine,
        'deviations',
        '--only',
        names.join(','),
        '--reports',
        folder,
      ]);
      const samples = await durations(folder);
      return [
        {
          what: 'the kill matrix, a deviation',
          samples,
          unit: 's' as const,
          aim: { atMost: 0.35 },
          limit:
            'A deviation is played by every scenario in which it decides otherwise than the store: from one to hundreds.',
          behind: `${seconds.toFixed(0)} s for these ${samples.length} of ${all.length}`,
        },
      ];
    }),
} satisfies Measurement;

async function durations(reports: string): Promise<readonly number[]> {
  // Written by this very version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { deviations } = JSON.parse(await readFile(join(reports, 'kill-matrix.json'), 'utf8')) as {
    readonly deviations: readonly { readonly durationMs: number }[];
  };
  return deviations.map(({ durationMs }) => durationMs / 1_000);
}
