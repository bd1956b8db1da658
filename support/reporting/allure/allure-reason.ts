import { printableText } from '../../harness/evidence/printable.ts';
import { cutText } from '../text/cut-text.ts';

/** A reason can quote a whole answer; the rest is attached. */
export const longestReason = 1_000;

export function shortReason(reason: string | null): string {
  return cutText(printableText(reason ?? ''), longestReason);
}
