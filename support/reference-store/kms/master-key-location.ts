import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../storage/atomic-file.ts';
import { readIfPresent } from '../storage/missing-file.ts';

/**
 * The default place of the master keys of a data directory: the user's state directory, under an id that is stored in
 * the data directory. So a copy of the directory cannot be decrypted, but the directory can be moved.
 */
export async function masterKeyLocation(dataDirectory: string): Promise<string> {
  const state = process.env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(state, 'oss-conformance', 'master-keys', `${await directoryId(dataDirectory)}.json`);
}

async function directoryId(dataDirectory: string): Promise<string> {
  const path = join(dataDirectory, 'id');
  const present = await readIfPresent(path);
  // Anything else in the file must not become part of a path.
  const known = present && /^[0-9a-f-]{36}$/.exec(present.toString().trim())?.[0];
  if (known) return known;
  const id = randomUUID();
  await writeAtomically(path, Buffer.from(`${id}\n`));
  return id;
}
