import type { ReasonedVerdict, Verdict } from '../../harness/verdict/verdict.ts';
import type { ValueSite } from './value-site.ts';

/** A replacement that was tried at a site, and the verdict on the scenario with it. */
export interface TriedReplacement extends ReasonedVerdict {
  readonly replacement: string;
}

/** Whether the replacement of a value is noticed. */
export type Notice =
  | 'noticed' // its scenario turned red
  | 'meaningless' // no replacement means anything: the run itself fails
  | 'not prepared' // with every replacement, the set-up of the scenario fails
  | 'unnoticed'; // the scenario went on as if nothing had changed

/** Values whose change may go unnoticed, with the reason. An absent property matches everything. */
export interface Explanation {
  readonly clause: string;
  readonly where: string;
  readonly scenario?: string;
  readonly value?: string;
  readonly because: string;
}

export interface NoticedSite {
  readonly site: ValueSite;
  readonly replacementsTried: readonly TriedReplacement[];
  readonly notice: Notice;
}

export interface NoticeReport {
  readonly sites: readonly NoticedSite[];
  /** Every problem, each in one line. */
  readonly breaches: readonly string[];
}

/**
 * Joins values and explanations, and names each change that is neither noticed nor explained. An explanation of a value
 * that was not tried is not reported as unused.
 */
export function reportNotices(
  tried: readonly { readonly site: ValueSite; readonly replacementsTried: readonly TriedReplacement[] }[],
  untried: readonly ValueSite[],
  explanations: readonly Explanation[],
): NoticeReport {
  const sites = tried.map(({ site, replacementsTried }) => ({
    site,
    replacementsTried,
    notice: noticeOf(replacementsTried),
  }));
  const unnoticed = sites.filter(({ notice }) => notice === 'unnoticed').map(({ site }) => site);
  const explicable = [...unnoticed, ...untried];
  return {
    sites,
    breaches: [
      ...unnoticed.filter((site) => !explanations.some((explanation) => explains(explanation, site))).map(survivor),
      ...explanations.filter((explanation) => !explicable.some((site) => explains(explanation, site))).map(stale),
    ],
  };
}

/** The best outcome of any replacement. */
export function noticeOf(replacementsTried: readonly ReasonedVerdict[]): Notice {
  const has = (...verdicts: readonly Verdict[]): boolean =>
    replacementsTried.some(({ verdict }) => verdicts.includes(verdict));
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
