import { stringify } from 'yaml';
import { printableLine } from '../../harness/evidence/printable.ts';
import type { ClauseResult, Results } from './results.ts';

/** The generated part of an entry; a person adds issue and date. */
interface WrittenEntry {
  readonly clause: string;
  readonly scenario?: string;
  readonly observed: string;
}

/** The new failures as `expected` entries of a target file, for a person to review. `null` if there are none. */
export function writtenDeviations({ target, clauses, started }: Results): string | null {
  const entries = clauses.flatMap(entriesOf);
  if (entries.length === 0) return null;
  const head = [
    `# What failed on ${printableLine(target.name)} in the run of ${started}.`,
    '# Remove what must be fixed now. For the rest, fill in "issue" and "until", and add the entries to the target file.',
    'expected:',
  ];
  return `${[...head, ...entries.map(entryText)].join('\n')}\n`;
}

/** One entry if all the clause's scenarios fail for the same reason, otherwise one for each failing scenario. */
function entriesOf({ id, scenarios }: ClauseResult): readonly WrittenEntry[] {
  const failing = scenarios.filter(({ verdict, expected }) => verdict === 'nonconformant' && !expected);
  const reasons = new Set(failing.map(({ reason }) => reason));
  const [reason] = reasons;
  if (reasons.size === 1 && failing.length === scenarios.length) return [{ clause: id, observed: observed(reason) }];
  return failing.map((scenario) => ({
    clause: id,
    scenario: printableLine(scenario.name.trim()),
    observed: observed(scenario.reason),
  }));
}

function observed(reason: string | null | undefined): string {
  return printableLine(reason ?? '');
}

function entryText(entry: WrittenEntry): string {
  const text = [
    ...stringify([entry], { lineWidth: 0 }).trimEnd().split('\n'),
    '  issue: # where it is tracked',
    '  until: # the last day, YYYY-MM-DD, on which it is excused',
  ];
  return text.map((line) => `  ${line}`).join('\n');
}
