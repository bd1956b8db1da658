import type { ShownCommand, ShownExchange, ShownMessage } from '../../harness/evidence/evidence.ts';
import { printableLine, printableText } from '../../harness/evidence/printable.ts';

/**
 * An exchange as the plain text that reports attach and people read: what was sent behind `>`, what came back behind
 * `<`, bodies without a mark, then what was signed. Ends with a line feed.
 */
export function transcript({ request, answer, fault, canonical, stringToSign, ...timing }: ShownExchange): string {
  const parts = [
    message('>', request),
    ...(answer === null ? [] : [message('<', answer)]),
    ...(fault === null ? [] : [`! ${printableLine(fault)}`]),
    ...(canonical === null ? [] : [`canonical:\n${withLineEnds(canonical)}`]),
    ...(stringToSign === null ? [] : [`string to sign:\n${withLineEnds(stringToSign)}`]),
    `${printableLine(timing.startedAt)}, ${timing.durationMs.toFixed(0)} ms`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The command line of a program and its output. Ends with a line feed. */
export function commandTranscript({ command, stdout, stderr, exitCode }: ShownCommand): string {
  const parts = [
    `$ ${printableLine(command)}`,
    ...(stdout === '' ? [] : [printableText(stdout).trimEnd()]),
    ...(stderr === '' ? [] : [`on stderr:\n${printableText(stderr).trimEnd()}`]),
    `exit code ${exitCode}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** An exchange in one line: `PUT /bucket/?encryption → 400`. */
export function transcriptTitle({ request, answer }: ShownExchange): string {
  const asked = request.startLine.replace(/ HTTP\/\d(\.\d)?$/, '');
  const answered = answer?.startLine.replace(/^HTTP\/\d(\.\d)? /, '') ?? 'no answer';
  return printableLine(`${asked} → ${answered}`);
}

function message(mark: '>' | '<', { startLine, headers, body }: ShownMessage): string {
  const head = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const lines = head.map((line) => `${mark} ${printableLine(line)}`).join('\n');
  return body === '' ? lines : `${lines}\n\n${printableText(body)}`;
}

/** Strings to sign often differ by one line feed, so each is made visible. */
function withLineEnds(text: string): string {
  return printableText(text.replaceAll('\n', '⏎\n'));
}
