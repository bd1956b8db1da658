import { sha256Of } from '../../client/body-digest.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import type { ShownExchange, ShownMessage } from './evidence.ts';
import { printableLine, printableText } from './printable.ts';
import type { Redactor } from './redaction.ts';

/** An exchange as people may see it: masked, and without characters that could disturb a terminal or page. */
export function showExchange(exchange: Exchange, redactor: Redactor): ShownExchange {
  const { request, signature, outcome } = exchange;
  const answer = 'answer' in outcome ? outcome.answer : outcome.partial;
  const narrowed = redactor.narrowedTo(textsOf(exchange, answer));
  // A store may quote the signature anywhere in its answer.
  const masking =
    signature === null ? narrowed : narrowed.alsoMasking([signature.signature, signature.signingKey ?? '']);
  return {
    request: {
      startLine: printableLine(`${request.method} ${masking.path(request.path)} HTTP/1.1`),
      ...showContent(request.headers, request.body ?? new Uint8Array(), masking),
    },
    answer:
      answer === null
        ? null
        : { startLine: `HTTP/1.1 ${answer.status}`, ...showContent(answer.headers, answer.body, masking) },
    fault: 'fault' in outcome ? printableLine(masking.text(outcome.fault.message)) : null,
    canonical: signature === null ? null : printableText(masking.text(signature.canonical)),
    stringToSign: signature === null ? null : printableText(masking.text(signature.stringToSign)),
    startedAt: new Date(exchange.startedAt).toISOString(),
    durationMs: exchange.durationMs,
  };
}

/** Every text of an exchange that is shown. */
function textsOf({ request, signature, outcome }: Exchange, answer: Answer | null): readonly string[] {
  const messages = answer === null ? [request] : [request, answer];
  return [
    request.path,
    ...messages.flatMap(({ headers, body }) => [...headers.map(([, value]) => value), maskedText(body) ?? '']),
    ...('fault' in outcome ? [outcome.fault.message] : []),
    ...(signature === null ? [] : [signature.canonical, signature.stringToSign]),
  ];
}

/** How much of a body is shown. */
const shownCharacters = 16 * 1024;
/** A longer text is not searched for secrets, and so not shown. */
const longestText = 256 * 1024;

function showContent(
  headers: readonly HeaderPair[],
  body: Uint8Array,
  redactor: Redactor,
): Pick<ShownMessage, 'headers' | 'body'> {
  return {
    headers: redactor.headers(headers).map(([name, value]) => [printableLine(name), printableLine(value)]),
    body: showBody(body, redactor),
  };
}

function showBody(body: Uint8Array, redactor: Redactor): string {
  const text = maskedText(body);
  if (text === null) return `[${describeBytes(body)}]`;
  // Masked first and cut afterwards, because a cut could leave half a secret.
  const shown = printableText(redactor.text(text));
  if (shown.length <= shownCharacters) return shown;
  return `${shown.slice(0, shownCharacters).toWellFormed()}\n[cut here; ${describeBytes(body)} in all]`;
}

/** `null` for a body that is described instead. */
function maskedText(body: Uint8Array | null): string | null {
  return body === null || body.length > longestText ? null : textOf(body);
}

/** `null` for bytes that are not UTF-8 or contain a NUL. A byte order mark stays, so that it is visible. */
function textOf(body: Uint8Array): string | null {
  if (body.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

function describeBytes(body: Uint8Array): string {
  return `${body.length} bytes, SHA-256 ${sha256Of(body)}`;
}
