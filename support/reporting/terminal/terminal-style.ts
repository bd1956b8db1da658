import type { Verdict } from '../../harness/verdict/verdict.ts';

/** The style of a report: colours and symbols on a terminal, plain text in a log or a pipe. */
export interface TerminalStyle {
  strong(text: string): string;
  faint(text: string): string;
  /** In the verdict's colour. */
  verdict(verdict: Verdict, text: string): string;
  /** The verdict's symbol and a space; empty in plain text. */
  symbol(verdict: Verdict): string;
}

export const bareText: TerminalStyle = {
  strong: (text) => text,
  faint: (text) => text,
  verdict: (_verdict, text) => text,
  symbol: () => '',
};

const looks: Readonly<Record<Verdict, { readonly colour: number; readonly symbol: string }>> = {
  conformant: { colour: 32, symbol: '✔' },
  nonconformant: { colour: 31, symbol: '✘' },
  blocked: { colour: 33, symbol: '⊘' },
  unsupported: { colour: 90, symbol: '–' },
  untested: { colour: 33, symbol: '?' },
  inconclusive: { colour: 33, symbol: '≈' },
  observed: { colour: 36, symbol: '◦' },
  'harness-error': { colour: 35, symbol: '!' },
};

export const coloured: TerminalStyle = {
  strong: (text) => sgr(1, 22, text),
  faint: (text) => sgr(2, 22, text),
  verdict: (verdict, text) => sgr(looks[verdict].colour, 39, text),
  symbol: (verdict) => `${sgr(looks[verdict].colour, 39, looks[verdict].symbol)} `,
};

/** `FORCE_COLOR` and `NO_COLOR` decide as they do for Node itself; otherwise colours are for terminals. */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): TerminalStyle {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? bareText : coloured;
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return stream.isTTY === true && !refused ? coloured : bareText;
}

function sgr(on: number, off: number, text: string): string {
  return `\u001B[${on}m${text}\u001B[${off}m`;
}
