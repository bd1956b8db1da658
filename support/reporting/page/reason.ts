import type { Allowance } from './allowance.ts';
import { html, shown } from './html.ts';
import type { Markup } from './html.ts';

/** A reason up to this length is shown as it is. */
const shortReason = 400;

/** Reasons read `expected …, got …`; a long one is folded, and cut if there is no room for it. */
export function reasonText(reason: string, room: Allowance): Markup {
  const text = shown(reason);
  if (text.length <= shortReason) return html`<span>${text}</span>`;
  const whole = html`<details>
    <summary>${beginningOf(text, shortReason)}… (${text.length} characters)</summary>
    <pre tabindex="0">${text}</pre>
  </details>`;
  if (room.takes(whole)) return whole;
  return html`<span>${beginningOf(text, shortReason)}… (${text.length} characters, all in results.json)</span>`;
}

/** The beginning of a reason, for a line of its own. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}
