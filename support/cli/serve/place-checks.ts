import { once } from 'node:events';
import { open, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';

/** Checks before anything is created. Throws ConfigurationError if the port cannot be listened on. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer().listen({ host, port });
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = error.code === 'EADDRINUSE' ? 'another program listens there' : String(error.code);
    throw new ConfigurationError(`--host ${host} --port ${port}: cannot listen there (${reason}); take another`);
  }
  probe.close();
  await once(probe, 'close');
}

/** Throws ConfigurationError if a file cannot be written there. Leaves no file behind. */
export async function requireWritable(path: string, option: string): Promise<void> {
  const existed = await stat(path).then(
    () => true,
    () => false,
  );
  try {
    await using _file = await open(path, 'a');
  } catch (error) {
    throw cannotBeWritten(path, option, error);
  }
  if (!existed) await rm(path, { force: true });
}

/** Throws ConfigurationError if a file is where a directory has to be. Creates nothing. */
export async function requireNoFile(path: string, option: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return;
  } catch (error) {
    // Whether it can be created is for the store to find out.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) return;
  }
  throw new ConfigurationError(`${option} ${path}: a file is in the way; give another directory`);
}

export function cannotBeWritten(path: string, option: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new ConfigurationError(`${option} ${path}: cannot be written (${String(error.code)})`);
}
