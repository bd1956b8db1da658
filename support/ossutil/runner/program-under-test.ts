import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeviatingProgram } from '../deviation.ts';
import { OssutilInProcess } from './in-process.ts';
import type { OssutilProgram, OssutilSyntax } from '../program.ts';
import { SecondVersion } from '../v2/ossutil.ts';
import { SpawnedOssutil } from './spawned.ts';
import type { TargetLimits } from '../../harness/target/target.ts';

/** Beyond what the store is given, a program may take so long to start and to end. */
const ownMs = 10_000;

/** Which program is judged: that at an absolute path, or one of ours, right or with a mistake made on purpose. */
export type ProgramChoice =
  | { readonly path: string }
  | { readonly syntax: OssutilSyntax; readonly deviation: string | null };

/** The program that a session judges, and a directory for what it needs around it. */
export class ProgramUnderTest {
  readonly program: OssutilProgram;
  /** The program's home and working directory. Nobody else on the machine may look into it: it holds secrets. */
  readonly directory: string;

  private constructor(program: OssutilProgram, directory: string) {
    this.program = program;
    this.directory = directory;
  }

  static async open(judged: ProgramChoice, { connectMs, answerMs }: TargetLimits): Promise<ProgramUnderTest> {
    const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-ossutil-'));
    return new ProgramUnderTest(await openProgram(judged, directory, connectMs + answerMs + ownMs), directory);
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function openProgram(judged: ProgramChoice, directory: string, deadlineMs: number): Promise<OssutilProgram> {
  if ('path' in judged) return new SpawnedOssutil(judged.path, directory, deadlineMs);
  const sound = soundProgram(judged.syntax, directory, deadlineMs);
  return judged.deviation === null ? sound : DeviatingProgram.open(sound, judged.deviation);
}

function soundProgram(syntax: OssutilSyntax, directory: string, deadlineMs: number): OssutilProgram {
  switch (syntax) {
    case '1.x':
      return new OssutilInProcess(directory, deadlineMs);
    case '2.x':
      return new SecondVersion(directory);
  }
}
