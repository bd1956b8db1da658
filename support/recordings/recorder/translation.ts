import type { Answer, Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import { percentEncode } from '../../client/signature/encoding.ts';
import type { Outcome } from '../../client/wire.ts';
import { changedThroughout } from '../format/encoded-runs.ts';
import { Moments } from '../format/date-normalization.ts';
import { readableText } from '../format/readable-text.ts';
import { requestDifferences, type TextPair } from '../replay/request-differences.ts';
import { StoreIds } from '../format/store-ids.ts';

/**
 * Tells what came of a live exchange as if the store had been asked by the stand-ins, at the time of the recordings:
 * keys, signatures, tokens, names and dates that the answer quotes are those of the re-enacted request.
 */
export class Translation {
  readonly #standing: readonly TextPair[];
  readonly #moments: Moments;
  readonly #ids = new StoreIds();

  /** `standing` holds what differs in every exchange: the run's id, the endpoint, the principals' keys. */
  constructor(standing: readonly TextPair[], clock: Date) {
    this.#standing = standing.filter(([live, mockStore]) => live !== mockStore && live !== '').toSorted(longestFirst);
    this.#moments = new Moments(clock);
  }

  /** Exchanges are to come in order: later answers may quote ids of earlier ones. */
  outcome(live: Exchange, reenacted: Exchange): Outcome {
    const { outcome } = live;
    const answer = 'answer' in outcome ? outcome.answer : outcome.partial;
    this.#ids.learn(live.request, answer, reenacted.request);
    const pairs = requestDifferences(live, reenacted);
    for (const [from, to] of pairs) this.#moments.learn(from, to);
    const told = (text: string): string => this.#text(withoutBuckets(text), pairs, new Date(live.startedAt));
    if ('answer' in outcome) return { answer: translated(outcome.answer, told) };
    const { fault, partial } = outcome;
    return {
      fault: { ...fault, message: told(fault.message) },
      partial: partial === null ? null : translated(partial, told),
    };
  }

  #text(text: string, quoted: readonly TextPair[], now: Date): string {
    const pairs = [...quoted, ...this.#standing, ...this.#ids.pairs].flatMap(writings);
    return changedThroughout(text, (plain) => {
      let told = plain;
      for (const [from, to] of pairs) told = told.replaceAll(from, () => to);
      return this.#moments.translate(told, now);
    });
  }
}

/** What else an account holds differs from run to run, and is nobody's business. */
function withoutBuckets(text: string): string {
  if (!text.includes('<ListAllMyBucketsResult')) return text;
  return text
    .replace(/(<Buckets>).*(<\/Buckets>)/su, '$1$2')
    .replace(/<NextMarker>[^<]*<\/NextMarker>/u, '')
    .replace(/(<IsTruncated>)true(<)/u, '$1false$2');
}

/** As it is, in XML, in JSON and in a URL; hexadecimal and base64 are looked through as a whole. */
function writings([live, mockStore]: TextPair): readonly TextPair[] {
  if (plain.test(live)) return [[live, mockStore]];
  return [asItIs, inXml, inJson, percentEncode, encodedTwice, inLowerCase].map((write) => [
    write(live),
    write(mockStore),
  ]);
}

const plain = /^[\w.~-]*$/u;

function asItIs(text: string): string {
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

function longestFirst([one]: TextPair, [other]: TextPair): number {
  return other.length - one.length;
}

function translated({ status, headers, body }: Answer, told: (text: string) => string): Answer {
  const text = readableText(body);
  const toldBody = text === null ? body : Buffer.from(told(text));
  const toldHeaders = headers.map(([name, value]): HeaderPair => {
    switch (name.toLowerCase()) {
      case 'content-length':
        // An answer that says how long its body is goes on saying so.
        return [name, value === String(body.length) ? String(toldBody.length) : value];
      case 'x-oss-server-time':
        // Milliseconds of one run (ENV-03).
        return [name, value.replace(/^\d+$/u, '0')];
      default:
        return [name, told(value)];
    }
  });
  return { status, headers: toldHeaders, body: toldBody };
}
