import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';

/**
 * A scenario's judgement as it stands in its attachment. `null` for what is none: that is our own fault,
 * which the report has to show and not to die of.
 */
export function parseVerdictAttachment(body: string): ScenarioVerdict | null {
  try {
    const value: unknown = JSON.parse(body);
    return isJudgement(value) ? value : null;
  } catch {
    return null;
  }
}

/** The harness of this same process wrote it, so its kind is enough: other mistakes are the compiler's to find. */
function isJudgement(value: unknown): value is ScenarioVerdict {
  if (typeof value !== 'object' || value === null || !('verdict' in value) || !('evidence' in value)) return false;
  const { verdict, evidence } = value;
  const hasExchanges = typeof evidence === 'object' && evidence !== null && 'exchanges' in evidence;
  return hasExchanges && Array.isArray(evidence.exchanges) && byGravity.some((known) => known === verdict);
}
