import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of Node that runs beside this one, and the first line it prints. */
export interface Companion {
  readonly firstLine: string;
  readonly processId: number;
  /** Asks it to end, and waits. */
  end(): Promise<void>;
}

export async function startCompanion(words: readonly string[]): Promise<Companion> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid, stdout } = child;
  if (pid === undefined) throw new Error(`${words.join(' ')} did not start`);
  const ended = once(child, 'exit');
  for await (const firstLine of createInterface({ input: stdout }))
    return {
      firstLine,
      processId: pid,
      end: async () => {
        child.kill('SIGINT');
        await ended;
      },
    };
  throw new Error(`${words.join(' ')} ended before it said anything`);
}
