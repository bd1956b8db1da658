import { html, renderMarkup } from './html.ts';
import type { Markup } from './html.ts';

/** The bytes that one part of the page may take: a page has to open on a phone, and a store can fail everywhere. */
export class Allowance {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether the markup fits in what is left; if so, it is used up. */
  takes(markup: Markup): boolean {
    const bytes = Buffer.byteLength(renderMarkup(markup));
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }
}

/** The markup of the items that there is room for, and the items left over. */
export function whatFits<Item>(
  items: readonly Item[],
  markupOf: (item: Item) => Markup,
  room: Allowance,
): { readonly shown: readonly Markup[]; readonly left: readonly Item[] } {
  const built = items.map((item) => {
    const markup = markupOf(item);
    return { item, markup, fits: room.takes(markup) };
  });
  return {
    shown: built.flatMap(({ markup, fits }) => (fits ? [markup] : [])),
    left: built.flatMap(({ item, fits }) => (fits ? [] : [item])),
  };
}

/** What has no room in full: folded, a list item each, then how many have not even room for a line. */
export function inBrief(summary: string, lines: readonly Markup[], unnamed: number): Markup | null {
  if (lines.length === 0) return unnamed === 0 ? null : html`<p class="small">${summary}</p>`;
  return html`<details class="small" data-print>
    <summary>${summary}</summary>
    <ul>
      ${lines}
    </ul>
    ${unnamed > 0 && html`<p>${unnamed} of them ${unnamed === 1 ? 'is' : 'are'} named only there.</p>`}
  </details>`;
}
