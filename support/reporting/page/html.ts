import { html as template } from 'htm/preact';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { printableLine } from '../../harness/evidence/printable.ts';

/** A piece of a page. Text in it is a separate node, never parsed as HTML. */
export type Markup = VNode | VNode[];

/** Builds markup from a template; all inserted content and attributes are escaped. */
export const html: (strings: TemplateStringsArray, ...values: readonly unknown[]) => Markup = template;

/** The HTML text of a piece of markup. */
export function renderMarkup(markup: Markup): string {
  return [markup]
    .flat()
    .map((node) => render(node))
    .join('');
}

/** A line from outside: a store's text, a target's name. */
export function shown(text: string): string {
  return printableLine(text);
}
