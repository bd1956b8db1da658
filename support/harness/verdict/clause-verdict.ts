import { byGravity, type ReasonedVerdict, type Verdict } from './verdict.ts';

/** The verdict on a clause is the gravest of its scenarios'; its reason names each distinct reason of that gravity once. */
export function verdictOnClause(scenarios: readonly ReasonedVerdict[]): ReasonedVerdict {
  const verdict = byGravity.find((candidate) => scenarios.some((scenario) => scenario.verdict === candidate));
  if (verdict === undefined) return { verdict: 'untested', reason: 'none of its scenarios ran' };
  const reasons = scenarios.filter((scenario) => scenario.verdict === verdict).map((scenario) => scenario.reason);
  const distinct = [...new Set(reasons.filter((reason) => reason !== null))];
  return { verdict, reason: distinct.length > 0 ? distinct.join('; ') : null, ...blockerOf(verdict, scenarios) };
}

function blockerOf(verdict: Verdict, scenarios: readonly ReasonedVerdict[]): Pick<ReasonedVerdict, 'blockedBy'> {
  const blockedBy = verdict === 'blocked' ? scenarios.find((scenario) => scenario.blockedBy)?.blockedBy : null;
  return blockedBy === null || blockedBy === undefined ? {} : { blockedBy };
}
