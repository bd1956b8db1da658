import { momentFacts, moments } from './fault-points.ts';
import { rows, spans, type Ending, type Span } from './table.ts';

/** `docs/verdicts-under-faults.md`: the table for people. */
export function page(): string {
  return `${[introduction, momentList(), ...spans.map(section), closing].join('\n\n')}\n`;
}

const introduction = `# What a run says when something goes wrong

Written by \`support/proof/verdicts-under-faults.ts\`; a test fails while this page and the table it is made from differ.

Between the harness and a store that does everything right stands a proxy of ours that lets a fault strike at one moment
of a run. Each cell of the three tables below is such a run, through the same code as any run: first look, gate, session,
scenario, clean-up. \`npm run proof\` runs them all and fails where one comes out otherwise than it stands here.

${table([
  ['a cell says', 'that is'],
  ['conformant', 'the store was judged, and rightly: what failed was sent again and answered'],
  ['nonconformant', 'the store never answers just this request, or always with what is no answer'],
  ['inconclusive', 'nothing is said of the store'],
  ['not begun', 'inconclusive, and nothing was judged: the run ends with one line and exit code 3'],
  ['**left**', 'conformant: a clean-up changes no verdict. The bucket that stays is named; `sweep` removes it'],
])}`;

function momentList(): string {
  const lines = moments.map((moment) => `- **${moment}**: ${momentFacts[moment].says}`);
  return `The moments, in the order of a run:\n\n${lines.join('\n')}`;
}

const headings: Readonly<Record<Span, string>> = {
  passing: `## It passes

The fault strikes one request, once, and is gone. The run sends the request again, beside a control request (ListBuckets,
by the owner); only the evidence tells of it. The first look is one try: who starts a run is there to start it again. A
connection is made before anybody knows for which request, so faults of the connection stand in the third table only.`,
  always: `## It stays with one request

The fault strikes this one request each time it is sent, and everything else is answered. Whoever stands outside cannot
tell such an environment from such a store: what happens three times, while the control request is answered each time, is
the store's doing. What only prepares is never held against it.`,
  'for everything': `## It stays with everything

From that moment on nothing gets through, the control request neither. Nothing is said of the store.`,
};

function section(span: Span): string {
  const header = ['', ...moments];
  const body = rows.flatMap(({ title, pattern }) => {
    const endings = pattern[span];
    return endings === null ? [] : [[title, ...endings.map(inWords)]];
  });
  return `${headings[span]}\n\n${table([header, ...body])}`;
}

function inWords(ending: Ending): string {
  return ending === 'left' ? '**left**' : ending;
}

const closing = `## What holds in every cell

- \`nonconformant\` stands only in the second table.
- Each bucket that was still there at the end stood in the ledger, and the sweep that followed left none.
- A redirection was never followed: the host it named got no connection.
- No answer was unpacked, expanded or read beyond its bounds.

## What cannot be told

Something between harness and store that answers 200 without a body to a request for a change, and does not pass it on, is
taken for the store: the step that reads back will find that nothing changed. Nothing in such an answer says whose it is.`;

/** Markdown, with columns that line up. */
function table([header = [], ...body]: readonly (readonly string[])[]): string {
  const widths = header.map((_title, at) => Math.max(...[header, ...body].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
