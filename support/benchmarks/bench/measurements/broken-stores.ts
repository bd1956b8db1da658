import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmulator } from '../../../reference-store/incompatible-servers/emulator.ts';
import { median, type Measurement, type Row } from '../measurement.ts';
import { commandLine, startProgram, timeProgram } from '../programs.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** On each of them, many scenarios wait for something that never comes. */
const deviations = [
  'accepted-put-is-forgotten',
  'deletion-is-forgotten',
  'upload-headers-are-ignored',
  'reading-shows-no-encryption',
  'rule-reads-back-and-encrypts-nothing',
];

const limit = `What a scenario waits for in vain is watched for a full deadline of five seconds, once at the beginning, before
anything is known of the store, and once at the end, for the last scenarios.`;

export default {
  title: 'Broken stores',
  explanation: `\`run --parallel 0\` against a broken store in a process of its own, with the deadlines of any endpoint, as a multiple
of the same run against the sound store: a server that behaves like the vendor's own emulator, and these deviations:
${deviations.map((name) => `\`${name}\``).join(', ')}.`,

  measure: () =>
    inTemporaryFolder(async (folder) => {
      const sound: number[] = [];
      const emulator: number[] = [];
      const deviating: number[] = [];
      for (const deviation of deviations) {
        sound.push(await secondsOnStore(folder, []));
        emulator.push(await secondsOnEmulator(folder));
        deviating.push(await secondsOnStore(folder, ['--deviation', deviation]));
      }
      return [row('a server like the emulator', emulator, sound), row('a deviation', deviating, sound)];
    }),
} satisfies Measurement;

function row(name: string, times: readonly number[], sound: readonly number[]): Row {
  return {
    what: `${name}, as a multiple of the sound store`,
    samples: times.map((seconds, sample) => seconds / (sound[sample] ?? Number.NaN)),
    unit: '×',
    aim: { atMost: 2 },
    behind: `${median(times).toFixed(1)} s and ${median(sound).toFixed(1)} s`,
    limit,
  };
}

async function secondsOnStore(folder: string, flags: readonly string[]): Promise<number> {
  const target = join(folder, 'target.yaml');
  const store = await startProgram([commandLine, 'serve', '--write-target', target, ...flags]);
  try {
    return await secondsOf(folder, target);
  } finally {
    await store.end();
  }
}

async function secondsOnEmulator(folder: string): Promise<number> {
  const emulator = await startEmulator();
  const target = join(folder, 'emulator.yaml');
  const { owner } = emulator.principals;
  // JSON is YAML.
  await writeFile(
    target,
    JSON.stringify({ endpoint: emulator.endpoint, region: emulator.region, principals: { owner } }),
  );
  try {
    return await secondsOf(folder, target);
  } finally {
    await emulator.close();
  }
}

async function secondsOf(folder: string, target: string): Promise<number> {
  const words = ['run', '--target', target, '--parallel', '0', '--no-allure', '--reports', join(folder, 'reports')];
  return (await timeProgram([commandLine, ...words], process.cwd(), [0, 1])).seconds;
}
