import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';

/**
 * A scenario's verdict from its attachment. `null` for anything else: that is a fault of the suite, which the report
 * shows instead of failing.
 */
export function parseVerdictAttachment(body: string): ScenarioVerdict | null {
  try {
    const value: unknown = JSON.parse(body);
    return isScenarioVerdict(value) ? value : null;
  } catch {
    return null;
  }
}

/** The harness of this same process wrote it, so its kind is enough: other mistakes are the compiler's to find. */
function isScenarioVerdict(value: unknown): value is ScenarioVerdict {
  if (typeof value !== 'object' || value === null || !('verdict' in value) || !('evidence' in value)) return false;
  const { verdict, evidence } = value;
  const hasExchanges = typeof evidence === 'object' && evidence !== null && 'exchanges' in evidence;
  return hasExchanges && Array.isArray(evidence.exchanges) && byGravity.some((known) => known === verdict);
}
