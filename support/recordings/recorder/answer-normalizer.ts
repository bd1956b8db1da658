import type { Answer, Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import { percentEncode } from '../../client/signature/encoding.ts';
import type { Outcome } from '../../client/wire.ts';
import type { Replacement } from '../format/placeholder-credentials.ts';
import { DateNormalizer } from './date-normalizer.ts';
import { documentIn, replaceAlsoEncoded } from './encoded-text.ts';
import { IdNormalizer } from './id-normalizer.ts';
import { requestDifferences } from './request-differences.ts';

/**
 * Rewrites a live answer as if the request had been sent with the placeholder credentials, at the time of the
 * recordings: keys, signatures, tokens, names and dates that the answer quotes are those of the rerun's request.
 */
export class AnswerNormalizer {
  readonly #constant: readonly Replacement[];
  readonly #dates: DateNormalizer;
  readonly #ids = new IdNormalizer();

  /** `constant` holds what differs in every exchange: the run's id, the endpoint, the principals' keys. */
  constructor(constant: readonly Replacement[], clock: Date) {
    this.#constant = constant
      .filter(([live, placeholder]) => live !== placeholder && live !== '')
      .toSorted(longestFirst);
    this.#dates = new DateNormalizer(clock);
  }

  /** Call it for each exchange in order: later answers may quote ids of earlier ones. */
  outcome(live: Exchange, rerun: Exchange): Outcome {
    const { outcome } = live;
    const answer = 'answer' in outcome ? outcome.answer : outcome.partial;
    this.#ids.learn(live.request, answer, rerun.request);
    const pairs = requestDifferences(live, rerun);
    for (const [from, to] of pairs) this.#dates.learn(from, to);
    const normalize = (text: string): string => this.#text(withoutBuckets(text), pairs, new Date(live.startedAt));
    if ('answer' in outcome) return { answer: normalized(outcome.answer, normalize) };
    const { fault, partial } = outcome;
    return {
      fault: { ...fault, message: normalize(fault.message) },
      partial: partial === null ? null : normalized(partial, normalize),
    };
  }

  #text(text: string, quoted: readonly Replacement[], now: Date): string {
    const pairs = [...quoted, ...this.#constant, ...this.#ids.pairs].flatMap(encodings);
    return replaceAlsoEncoded(text, (plain) => {
      let replaced = plain;
      for (const [from, to] of pairs) replaced = replaced.replaceAll(from, () => to);
      return this.#dates.normalize(replaced, now);
    });
  }
}

/**
 * The other buckets of an account differ from run to run, and are private. Whether an answer is a part of them, which the
 * elements on pages say, depends on them (LSB-08).
 */
function withoutBuckets(text: string): string {
  if (!text.includes('<ListAllMyBucketsResult')) return text;
  return text
    .replace(/(<Buckets>).*(<\/Buckets>)/su, '$1$2')
    .replaceAll(/<(Prefix|Marker|MaxKeys|IsTruncated|NextMarker)>[^<]*<\/\1>/gu, '');
}

/** Plain, in XML, in JSON and in a URL; hexadecimal and base64 are decoded as a whole. */
function encodings([live, placeholder]: Replacement): readonly Replacement[] {
  if (plain.test(live)) return [[live, placeholder]];
  return [plainText, inXml, inJson, percentEncode, encodedTwice, inLowerCase].map((write) => [
    write(live),
    write(placeholder),
  ]);
}

const plain = /^[\w.~-]*$/u;

function plainText(text: string): string {
  return text;
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function encodedTwice(text: string): string {
  return percentEncode(percentEncode(text));
}

function inLowerCase(text: string): string {
  return percentEncode(text).replaceAll(/%../gu, (escape) => escape.toLowerCase());
}

function longestFirst([one]: Replacement, [other]: Replacement): number {
  return other.length - one.length;
}

function normalized({ status, headers, body }: Answer, normalize: (text: string) => string): Answer {
  const text = documentIn(body);
  const newBody = text === null ? body : Buffer.from(normalize(text));
  const newHeaders = headers.map(([name, value]): HeaderPair => {
    switch (name.toLowerCase()) {
      case 'content-length':
        // Keeps a correct Content-Length correct.
        return [name, value === String(body.length) ? String(newBody.length) : value];
      case 'x-oss-server-time':
        // Milliseconds of one run (ENV-03).
        return [name, value.replace(/^\d+$/u, '0')];
      default:
        return [name, normalize(value)];
    }
  });
  return { status, headers: newHeaders, body: newBody };
}
