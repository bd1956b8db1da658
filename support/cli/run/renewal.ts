import type { Provenance } from '../../recordings/format/recording.ts';
import type { RunFlags } from './run-flags.ts';
import { quoted } from './repro.ts';

/** In the repository the sources run as they are; the package has a program of its own, and no script. */
const record = import.meta.url.endsWith('.ts') ? 'npm run -s oss-conformance -- record' : 'oss-conformance record';

/**
 * The command that makes the replayed recordings anew: those of some clauses, or all. Whose they are is not known where
 * the folder cannot be read.
 */
export function renewalOf(
  { recordings }: RunFlags,
  whose: Provenance['class'] | null,
  clauses: readonly string[] = [],
): string {
  const isReference = recordings === undefined || whose === 'reference';
  const words = [
    `--no-allure --target ${isReference ? 'reference' : 'FILE'}`,
    ...(recordings === undefined ? [] : [`--recordings ${quoted(recordings)}`]),
    ...(clauses.length === 0 ? [] : [`--clauses ${clauses.join(',')}`]),
  ];
  return [record, ...words].join(' ');
}
