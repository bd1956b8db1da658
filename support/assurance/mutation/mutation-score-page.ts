import { markdownTable, markdownText } from '../../reporting/markdown.ts';
import type { TriedMutant } from './fate.ts';
import { countFates, scoreOf } from './mutation-score.ts';
import type { Mutant } from './mutants.ts';
import type { SurvivorVerdict, SurvivorVerdicts } from './survivor-verdicts.ts';

export interface PageFacts {
  /** All mutants there are. */
  readonly total: number;
  readonly tried: readonly TriedMutant[];
  readonly verdicts: SurvivorVerdicts;
}

/** The page `docs/mutation-score.md`. */
export function mutationScorePage({ total, tried, verdicts }: PageFacts): string {
  const inOrder = tried.toSorted((one, other) => byPlace(one.mutant, other.mutant));
  const sections = [
    '# Mutation score',
    introduction(total, inOrder),
    `## By room\n\n${roomTable(inOrder)}`,
    `## Survivors\n\n${survivorSummary(inOrder, verdicts)}`,
    ...survivorSections(inOrder, verdicts),
    `## Not reached\n\n${notReached(inOrder)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction(total: number, tried: readonly TriedMutant[]): string {
  const { reached, killed } = scoreOf(tried);
  const set = tried.length === total ? `all ${total} mutants` : `a sample of ${tried.length} of ${total} mutants`;
  return [
    `The code of the reference store is changed in small ways by [Stryker](https://stryker-mutator.io)'s instrumenter, one change at a time, and the suite judges each changed store. This page is about ${set}.`,
    `**Reached: ${percent(reached)}** of them run in some scenario. **Killed: ${percent(killed)}** of those that killed or survived.`,
    '',
    '- *killed*: a scenario is `nonconformant`. Nothing else counts as a kill.',
    '- *survived*: every scenario that reaches the change ends as on the sound store.',
    '- *not reached*: no scenario runs the changed code.',
    '- *set-up failed*: the change breaks what only prepares a scenario, so that the run is `inconclusive`.',
    '- *void*: the store crashed or looped, or the harness failed. Void mutants say nothing, and no share counts them.',
    '',
    'Written by `npm run mutation`. `npm run proof:mutation` tries a fixed sample and fails when a share falls.',
  ].join('\n');
}

function roomTable(tried: readonly TriedMutant[]): string {
  const rooms = [...Map.groupBy(tried, ({ mutant }) => mutant.room)];
  const header = ['room', 'mutants', 'killed', 'survived', 'not reached', 'set-up failed', 'void', 'reached', 'score'];
  return markdownTable(header, [...rooms.map(([room, own]) => roomRow(room, own)), roomRow('**all**', tried)]);
}

function roomRow(room: string, tried: readonly TriedMutant[]): readonly string[] {
  const counts = countFates(tried);
  const { reached, killed } = scoreOf(tried);
  return [
    room,
    tried.length,
    counts.killed,
    counts.survived,
    counts['not reached'],
    counts['set-up failed'],
    counts.crashed + counts['timed out'],
    percent(reached),
    percent(killed),
  ].map(String);
}

function survivorSummary(tried: readonly TriedMutant[], verdicts: SurvivorVerdicts): string {
  const survivors = survivorsIn(tried);
  const of = (verdict: SurvivorVerdict | null): number =>
    survivors.filter((mutant) => (verdicts.of(mutant)?.verdict ?? null) === verdict).length;
  const contradicting = of('hole') + of(null);
  const { killed } = countFates(tried);
  return [
    'Each survivor gets a verdict by reading (`support/assurance/mutation/survivors.yaml`).',
    '',
    markdownTable(
      ['verdict', 'means', 'survivors'],
      [
        ['equivalent', 'no client can tell the changed store from the sound one', String(of('equivalent'))],
        ['internal', 'it changes memory, speed, durability or a log', String(of('internal'))],
        [
          'outside every clause',
          'a client can tell, but no clause says what is right',
          String(of('outside every clause')),
        ],
        ['hole', 'it contradicts a clause and no scenario notices', String(of('hole'))],
        ['not yet read', '', String(of(null))],
      ],
    ),
    '',
    `With holes and survivors not yet read counted against the suite, it kills ${percent(killed / Math.max(1, killed + contradicting))} of what contradicts a clause.`,
  ].join('\n');
}

function survivorSections(tried: readonly TriedMutant[], verdicts: SurvivorVerdicts): readonly string[] {
  return [...Map.groupBy(survivorsIn(tried), ({ room }) => room)].map(([room, survivors]) => {
    const rows = survivors.map((mutant) => {
      const entry = verdicts.of(mutant);
      return [
        `${markdownText(mutant.file)}:${mutant.start.line}`,
        shortened(mutant.original),
        shortened(mutant.replacement),
        entry === null ? 'not yet read' : `${entry.verdict}: ${markdownText(entry.why)}`,
      ];
    });
    return `### ${room}\n\n${markdownTable(['place', 'code', 'changed to', 'verdict'], rows)}`;
  });
}

function notReached(tried: readonly TriedMutant[]): string {
  const missed = tried.filter(({ fate }) => fate === 'not reached').map(({ mutant }) => mutant);
  const rows = [...Map.groupBy(missed, ({ file }) => file)].map(([file, mutants]) => {
    const lines = new Set(mutants.map(({ start }) => start.line));
    return [markdownText(file), String(mutants.length), [...lines].join(', ')];
  });
  return markdownTable(['file', 'mutants', 'lines'], rows);
}

export function survivorsIn(tried: readonly TriedMutant[]): readonly Mutant[] {
  return tried.filter(({ fate }) => fate === 'survived').map(({ mutant }) => mutant);
}

function byPlace(one: Mutant, other: Mutant): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (
    one.start.line - other.start.line || one.start.column - other.start.column || Number(one.id) - Number(other.id)
  );
}

const longest = 80;

function shortened(code: string): string {
  const line = code.replaceAll(/\s+/gu, ' ');
  return markdownText(line.length > longest ? `${line.slice(0, longest - 1)}…` : line) || '(nothing)';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
