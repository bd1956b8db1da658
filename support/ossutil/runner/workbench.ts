import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeviatingProgram } from '../deviating-program.ts';
import { OssutilInProcess } from './in-process.ts';
import type { JudgedProgram } from '../../harness/world/session.ts';
import type { OssutilProgram } from './program.ts';
import { SecondVersion } from '../v2/ossutil.ts';
import { SpawnedOssutil } from './spawned.ts';
import type { TargetLimits } from '../../harness/target/target.ts';

/** Beyond what the store is given, a program may take so long to start and to end. */
const ownMs = 10_000;

/** The program that a session judges, and a directory for what it needs around it. */
export class OssutilWorkbench {
  readonly program: OssutilProgram;
  /** The program's home and working directory. Nobody else on the machine may look into it: it holds secrets. */
  readonly directory: string;

  private constructor(program: OssutilProgram, directory: string) {
    this.program = program;
    this.directory = directory;
  }

  static async open(judged: JudgedProgram, { connectMs, answerMs }: TargetLimits): Promise<OssutilWorkbench> {
    const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-ossutil-'));
    return new OssutilWorkbench(await openProgram(judged, directory, connectMs + answerMs + ownMs), directory);
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function openProgram(judged: JudgedProgram, directory: string, deadlineMs: number): Promise<OssutilProgram> {
  if ('path' in judged) return new SpawnedOssutil(judged.path, directory, deadlineMs);
  const sound = soundProgram(judged.syntax, directory, deadlineMs);
  return judged.deviation === null ? sound : DeviatingProgram.open(sound, judged.deviation);
}

function soundProgram(syntax: string, directory: string, deadlineMs: number): OssutilProgram {
  switch (syntax) {
    case '1.x':
      return new OssutilInProcess(directory, deadlineMs);
    case '2.x':
      return new SecondVersion(directory);
    default:
      throw new Error(`there is no ossutil ${syntax}`);
  }
}
