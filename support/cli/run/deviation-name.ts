import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { deviationNames } from '../../reference-store/deviation.ts';

/** Throws ConfigurationError, with the nearest name, for a deviation that does not exist. */
export function requireDeviation(name: string): void {
  const names = deviationNames();
  if (names.includes(name)) return;
  const remedy = suggestion(name, names) || '; docs/kill-matrix.md lists them';
  throw new ConfigurationError(`there is no deviation "${name}"${remedy}`);
}
