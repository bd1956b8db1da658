import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { DirectoryInUse } from '../../reference-store/storage/directory-lock.ts';
import { startReferenceStore, type ReferenceStore } from '../../reference-store/store.ts';

/** Where `serve` listens and keeps its data. */
export interface StorePlace {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
}

/** Starts the reference store for a command. Throws ConfigurationError for what the user got wrong. */
export async function startStore({ host, port, data }: StorePlace, deviationName?: string): Promise<ReferenceStore> {
  if (deviationName !== undefined) requireDeviation(deviationName);
  const deviation = deviationName === undefined ? {} : { deviation: await loadDeviation(deviationName) };
  const place = data === undefined ? { host, port } : { host, port, dataDirectory: data };
  try {
    return await startReferenceStore({ ...place, ...deviation });
  } catch (error) {
    if (!(error instanceof DirectoryInUse || (error instanceof Error && 'syscall' in error))) throw error;
    throw new ConfigurationError(`the reference store cannot start: ${error.message}`);
  }
}

/** Throws ConfigurationError, with the nearest name, for a deviation that there is not. */
export function requireDeviation(name: string): void {
  const names = deviationNames();
  if (!names.includes(name)) throw new ConfigurationError(`there is no deviation "${name}"${suggestion(name, names)}`);
}
