import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeviatingProgram } from '../deviation.ts';
import { OssutilInProcess } from './in-process.ts';
import type { OssutilProgram } from '../program.ts';
import type { JudgedProgram } from '../../harness/world/session.ts';
import { SecondVersion } from '../v2/ossutil.ts';
import { SpawnedOssutil } from './spawned.ts';
import type { Target } from '../../harness/target/target.ts';

/** The time for a program to start and end, in addition to the store's limits. */
const ownMs = 10_000;

/** The program that a session judges, and a directory for its files. */
export class ProgramUnderTest {
  readonly program: OssutilProgram;
  /** The program's home and working directory. Other users of the machine cannot read it: it holds secrets. */
  readonly directory: string;

  private constructor(program: OssutilProgram, directory: string) {
    this.program = program;
    this.directory = directory;
  }

  static async open(choice: JudgedProgram, target: Pick<Target, 'limits' | 'ca'>): Promise<ProgramUnderTest> {
    const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-ossutil-'));
    return new ProgramUnderTest(await openProgram(choice, directory, target), directory);
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function openProgram(
  choice: JudgedProgram,
  directory: string,
  { limits: { connectMs, answerMs, idleMs }, ca }: Pick<Target, 'limits' | 'ca'>,
): Promise<OssutilProgram> {
  const deadlineMs = connectMs + Math.max(answerMs, idleMs) + ownMs;
  if ('path' in choice)
    return new SpawnedOssutil(choice.path, directory, deadlineMs, ca === null ? null : await writeCa(directory, ca));
  const sound = soundProgram(choice.syntax, directory, deadlineMs, ca);
  return choice.deviation === null ? sound : DeviatingProgram.open(sound, choice.deviation);
}

async function writeCa(directory: string, ca: string): Promise<string> {
  const path = join(directory, 'ca.pem');
  await writeFile(path, ca);
  return path;
}

function soundProgram(syntax: string, directory: string, deadlineMs: number, ca: string | null): OssutilProgram {
  switch (syntax) {
    case '1.x':
      return new OssutilInProcess(directory, deadlineMs, ca);
    case '2.x':
      return new SecondVersion(directory, ca);
    default:
      throw new Error(`there is no ossutil ${syntax}`);
  }
}
