import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OssutilProgram } from './program.ts';
import { OssutilInProcess } from './in-process.ts';
import { SpawnedOssutil } from './spawned.ts';
import type { TargetLimits } from '../target/target.ts';

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

  /** Takes the program at that path, or our own command where `path` is `null`. */
  static async open(path: string | null, { connectMs, answerMs }: TargetLimits): Promise<OssutilWorkbench> {
    const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-ossutil-'));
    const deadlineMs = connectMs + answerMs + ownMs;
    const program =
      path === null ? new OssutilInProcess(directory, deadlineMs) : new SpawnedOssutil(path, directory, deadlineMs);
    return new OssutilWorkbench(program, directory);
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
