import type { ReasonedVerdict, Verdict } from '../../harness/verdict/verdict.ts';
import type { ValueSite } from './value-sites.ts';

/** A replacement that was tried at a site, and what became of the scenario. */
export interface Trial extends ReasonedVerdict {
  readonly replacement: string;
}

/** What became of a value when it was replaced. */
export type Notice =
  | 'noticed' // its scenario turned red
  | 'meaningless' // nothing that could stand there means anything: the run itself fails
  | 'not prepared' // with nothing that could stand there the scenario can be prepared
  | 'unnoticed'; // the scenario went on as if nothing had changed

/** Values whose change need not be noticed, with the reason. What is left out, covers all there are. */
export interface Explanation {
  readonly clause: string;
  readonly where: string;
  readonly scenario?: string;
  readonly value?: string;
  readonly because: string;
}

export interface SurveyedSite {
  readonly site: ValueSite;
  readonly trials: readonly Trial[];
  readonly notice: Notice;
}

export interface Survey {
  readonly sites: readonly SurveyedSite[];
  /** What is not as it must be, each in one line. */
  readonly breaches: readonly string[];
}

/** Judges what became of every value, and names each change that nothing noticed and nobody explained. */
export function survey(
  tried: readonly { readonly site: ValueSite; readonly trials: readonly Trial[] }[],
  explanations: readonly Explanation[],
): Survey {
  const sites = tried.map(({ site, trials }) => ({ site, trials, notice: noticeOf(trials) }));
  const unnoticed = sites.filter(({ notice }) => notice === 'unnoticed').map(({ site }) => site);
  return {
    sites,
    breaches: [
      ...unnoticed.filter((site) => !explanations.some((explanation) => explains(explanation, site))).map(survivor),
      ...explanations.filter((explanation) => !unnoticed.some((site) => explains(explanation, site))).map(stale),
    ],
  };
}

/** The best that any replacement did. */
export function noticeOf(trials: readonly ReasonedVerdict[]): Notice {
  const has = (...verdicts: readonly Verdict[]): boolean => trials.some(({ verdict }) => verdicts.includes(verdict));
  if (has('nonconformant')) return 'noticed';
  if (has('conformant', 'observed')) return 'unnoticed';
  return has('inconclusive', 'untested', 'unsupported') ? 'not prepared' : 'meaningless';
}

function explains({ clause, where, scenario, value }: Explanation, site: ValueSite): boolean {
  if (clause !== site.clause || where !== site.where) return false;
  return (scenario ?? site.scenario) === site.scenario && (value ?? site.value) === site.value;
}

function survivor({ clause, feature, line, scenario, where, value }: ValueSite): string {
  return `${clause}, ${feature}:${line} "${scenario}": ${where}: no change of "${value}" is noticed`;
}

function stale({ clause, where, because }: Explanation): string {
  return `${clause}: ${where}: the explanation "${because}" explains nothing any more`;
}
