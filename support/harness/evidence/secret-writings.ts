import { percentEncode } from '../../client/signature/encoding.ts';

/** A secret shorter than this protects nothing, and masking each occurrence would hide the evidence instead. */
const shortestSecret = 4;

/**
 * A secret in all its written forms: plain, percent-encoded (also twice), escaped for XML or JSON, in hexadecimal and
 * in base64. As strings, because compiling one regular expression for all of them takes longer than a scenario.
 */
export class SecretWritings {
  readonly #whole: readonly string[];
  readonly #inBase64: readonly string[];
  readonly #shortest: number;

  constructor(secret: string) {
    const isSecret = secret.length >= shortestSecret;
    this.#whole = isSecret ? distinct([...textWritings(secret), ...hexadecimalWritings(secret)]) : [];
    this.#inBase64 = isSecret ? distinct(base64Writings(secret)) : [];
    this.#shortest = Math.min(...this.all.map(({ length }) => length));
  }

  get all(): readonly string[] {
    return [...this.#whole, ...this.#inBase64];
  }

  /** Replaces each form by the mask. */
  maskIn(text: string, mask: string): string {
    // Most texts are header values: searching each of them for every form took a tenth of a replay.
    if (text.length < this.#shortest) return text;
    let shown = text;
    for (const writing of this.#whole) shown = shown.replaceAll(writing, mask);
    for (const writing of this.#inBase64) if (shown.includes(writing)) shown = maskInBase64(shown, writing, mask);
    return shown;
  }
}

/** The longest first: one may contain another. */
function distinct(writings: readonly string[]): readonly string[] {
  return [...new Set(writings)].toSorted((a, b) => b.length - a.length);
}

function textWritings(secret: string): readonly string[] {
  // Nothing encodes these characters, and most signatures and keys have no others.
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  const encoded = [percentEncode(secret), encodeURI(secret.toWellFormed()), encodeURIComponent(secret.toWellFormed())];
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    ...encoded,
    ...encoded.map((writing) => writing.replaceAll(/%../g, (escape) => escape.toLowerCase())),
    ...encoded.map(percentEncode),
    json,
    json.replaceAll('/', '\\/'),
    ...xmlWritings(secret),
  ];
}

function xmlWritings(secret: string): readonly string[] {
  const inText = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const withGreater = inText.replaceAll('>', '&gt;');
  const withQuotes = withGreater.replaceAll('"', '&quot;');
  return [inText, withGreater, withQuotes, withQuotes.replaceAll("'", '&apos;'), withQuotes.replaceAll("'", '&#39;')];
}

function hexadecimalWritings(secret: string): readonly string[] {
  const plain = Buffer.from(secret).toString('hex');
  const percent = plain.replaceAll(/../g, '%$&');
  const spaced = percent.slice(1).replaceAll('%', ' ');
  return [plain, spaced, percent].flatMap((writing) => [writing, writing.toUpperCase()]);
}

/**
 * The offset of a secret in a longer text decides which of three forms it has. The characters at its ends also depend
 * on its neighbours, and are left out here.
 */
function base64Writings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const own = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_'), percentEncode(own)];
  });
}

/** Includes the characters at the ends. */
function maskInBase64(text: string, writing: string, mask: string): string {
  const literal = writing.replaceAll('+', '\\+');
  const shared = '[A-Za-z0-9+/_-]?';
  return text.replaceAll(new RegExp(`${shared}${literal}${shared}(?:=|%3[dD]){0,2}`, 'g'), () => mask);
}
