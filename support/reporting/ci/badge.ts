import type { RunVerdict } from '../../harness/verdict/verdict.ts';
import { html, renderMarkup } from '../page/html.ts';
import type { Results } from '../results/results.ts';
import { headlineOf } from '../terminal/verdict-lines.ts';

const label = 'OSS conformance';

const colours: Readonly<Record<RunVerdict, string>> = {
  conformant: '#1a7f37',
  nonconformant: '#b3261e',
  inconclusive: '#8a5300',
  'harness-error': '#86198f',
};

/** The badge as the endpoint JSON of shields.io. */
export function badgeJson(results: Results): string {
  const badge = { schemaVersion: 1, label, message: messageOf(results), color: colours[results.verdict] };
  return `${JSON.stringify(badge)}\n`;
}

/** The badge as an image. */
export function badgeSvg(results: Results): string {
  const message = messageOf(results);
  const [left, right] = [widthOf(label), widthOf(message)];
  const colour = colours[results.verdict];
  const text = `${label}: ${message}`;
  return renderMarkup(
    html`<svg xmlns="http://www.w3.org/2000/svg" width=${left + right} height="20" role="img" aria-label=${text}>
      <title>${text}</title>
      <rect width=${left} height="20" fill="#555" />
      <rect x=${left} width=${right} height="20" fill=${colour} />
      <g fill="#fff" text-anchor="middle" font-family="Verdana,sans-serif" font-size="11">
        <text x=${left / 2} y="14">${label}</text>
        <text x=${left + right / 2} y="14">${message}</text>
      </g>
    </svg>`,
  );
}

function messageOf(results: Results): string {
  return `${headlineOf(results)}${results.complete ? '' : ', not complete'}`;
}

/** About the width of Verdana at this size, with a margin. */
function widthOf(text: string): number {
  return Math.round(text.length * 6.6) + 12;
}
