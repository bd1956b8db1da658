/** A text that no output may contain. `what` names it in a complaint, which must not quote it. */
export interface KnownSecret {
  readonly what: string;
  readonly text: string;
}

/** Shorter ones occur by chance. Also the number of characters by which an encoding is found first. */
const shortest = 8;

/**
 * Texts that must not occur anywhere, in every possible form: plain, percent-encoded, escaped for JSON and XML, in
 * base64 and in hexadecimal. Does not use the code that masks secrets, which would only confirm itself.
 */
export class SecretScanner {
  readonly size: number;
  /** By their first characters, because there are thousands of signatures to look for. */
  readonly #encodings = new Map<string, { readonly what: string; readonly encoding: string }[]>();

  constructor(texts: readonly KnownSecret[]) {
    this.size = texts.length;
    for (const { what, text } of texts) {
      if (text.length < shortest) throw new Error(`${what} is too short to be looked for`);
      for (const encoding of new Set(encodingsOf(text))) {
        const beginning = encoding.slice(0, shortest);
        const alike = this.#encodings.get(beginning) ?? [];
        this.#encodings.set(beginning, [...alike, { what, encoding }]);
      }
    }
  }

  /** The texts that occur in a content. */
  findIn(content: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let at = 0; at + shortest <= content.length; at += 1)
      for (const { what, encoding } of this.#encodings.get(content.slice(at, at + shortest)) ?? [])
        if (content.startsWith(encoding, at)) found.add(what);
    return found;
  }
}

function encodingsOf(text: string): readonly string[] {
  const hex = Buffer.from(text).toString('hex');
  const percent = encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const spaced = (hex.match(/../g) ?? []).join(' ');
  return [
    text,
    percent,
    percent.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    encodeURIComponent(percent),
    JSON.stringify(text).slice(1, -1),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    hex,
    hex.toUpperCase(),
    spaced,
    spaced.toUpperCase(),
    ...base64At(text),
  ];
}

/** The part of a text's base64 form that is the same at every offset: the characters that contain only its bits. */
function base64At(text: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from(`${'\0'.repeat(offset)}${text}`)
      .toString('base64')
      .replaceAll('=', '');
    const inner = encoded.slice(offset === 0 ? 0 : offset + 1, -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(inner)];
  });
}
