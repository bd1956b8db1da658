import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { deviationNames } from '../../reference-store/deviation.ts';

/** Throws ConfigurationError, with the nearest name, for a deviation that does not exist. */
export function requireDeviation(name: string): void {
  const names = deviationNames();
  if (!names.includes(name)) throw new ConfigurationError(`there is no deviation "${name}"${suggestion(name, names)}`);
}
