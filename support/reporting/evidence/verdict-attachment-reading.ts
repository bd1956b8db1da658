import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';

/**
 * A scenario's verdict from its attachment. `null` for anything else, a fault of the suite that the report shows
 * instead of failing.
 */
export function parseVerdictAttachment(body: string): ScenarioVerdict | null {
  try {
    const value: unknown = JSON.parse(body);
    return isScenarioVerdict(value) ? value : null;
  } catch {
    return null;
  }
}

/** The harness of this process wrote it, so checking its kind is enough; the compiler finds other mistakes. */
function isScenarioVerdict(value: unknown): value is ScenarioVerdict {
  if (typeof value !== 'object' || value === null || !('verdict' in value) || !('evidence' in value)) return false;
  const { verdict, evidence } = value;
  const hasExchanges = typeof evidence === 'object' && evidence !== null && 'exchanges' in evidence;
  return hasExchanges && Array.isArray(evidence.exchanges) && byGravity.some((known) => known === verdict);
}
