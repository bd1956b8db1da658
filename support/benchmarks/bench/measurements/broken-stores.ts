import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmulator } from '../../../reference-store/incompatible-servers/emulator.ts';
import type { Measurement } from '../measurement.ts';
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

/** A small part of the suite, which fills the compile cache. */
const someFeature = 'features/errors/error-envelope.feature';

const limit = `What a scenario waits for in vain is watched for a full deadline of five seconds, once at the beginning, before
anything is known of the store, and once at the end, for the last scenarios. Then the scenarios that were not watched to
the end are played once more.`;

export default {
  title: 'Broken stores',
  explanation: `\`run --parallel 0\` against a broken store in a process of its own, with the deadlines of any endpoint, as a multiple
of the same run against the sound store: a server that behaves like the vendor's own emulator, and deviations on which
many scenarios wait for something that never comes.`,

  async *measure() {
    const sound = await inTemporaryFolder(async (folder) => {
      await secondsOnStore(folder, [], [someFeature]);
      return secondsOnStore(folder, []);
    });
    const row = (name: string, seconds: number) => ({
      what: `${name}, as a multiple of the sound store`,
      samples: [seconds / sound],
      unit: '×' as const,
      aim: { atMost: 2 },
      behind: `${seconds.toFixed(1)} s and ${sound.toFixed(1)} s`,
      limit,
    });
    yield row('a server like the emulator', await inTemporaryFolder(secondsOnEmulator));
    for (const deviation of deviations)
      yield row(
        `\`${deviation}\``,
        await inTemporaryFolder((folder) => secondsOnStore(folder, ['--deviation', deviation])),
      );
  },
} satisfies Measurement;

async function secondsOnStore(
  folder: string,
  flags: readonly string[],
  features: readonly string[] = [],
): Promise<number> {
  const target = join(folder, 'target.yaml');
  const store = await startProgram([commandLine, 'serve', '--write-target', target, ...flags]);
  try {
    return await secondsOf(folder, target, features);
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
    return await secondsOf(folder, target, []);
  } finally {
    await emulator.close();
  }
}

async function secondsOf(folder: string, target: string, features: readonly string[]): Promise<number> {
  const flags = ['--target', target, '--parallel', '0', '--no-allure', '--reports', join(folder, 'reports')];
  return (await timeProgram([commandLine, 'run', ...features, ...flags], process.cwd(), [0, 1])).seconds;
}
