/** A secret shorter than this protects nothing, and masking each occurrence would hide the evidence instead. */
const shortestSecret = 4;

/**
 * Finds a secret however it is written: as it is, percent-encoded (also twice), escaped for XML or JSON, in
 * hexadecimal (with blanks between the bytes, too), or in base64 at any place of a longer text. `null` for a text that
 * is too short to be a secret.
 */
export function secretPattern(secret: string): RegExp | null {
  if (secret.length < shortestSecret) return null;
  const bytes = Buffer.from(secret);
  const writings = [asText(secret), asHexadecimal(bytes), ...asBase64(bytes)];
  return new RegExp(writings.join('|'), 'g');
}

/** Finds a text as it is or percent-encoded. */
export function asText(text: string): string {
  return Array.from(text, characterPattern).join('');
}

function characterPattern(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character)];
  // The longer ones first: `%` itself begins `%25`.
  const writings = [
    bytes.map((byte) => `%(?:25)*${hexDigits(byte)}`).join(''),
    `&#(?:0*${code}|[xX]0*${anyCase(code.toString(16))});`,
    `\\\\u${anyCase(code.toString(16).padStart(4, '0'))}`,
  ];
  if (character in namedEntities) writings.push(`&${namedEntities[character]};`);
  if (character in escapedInJson) writings.push(`\\\\${literal(character)}`);
  writings.push(literal(character));
  return `(?:${writings.join('|')})`;
}

const namedEntities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const escapedInJson: Readonly<Record<string, true>> = { '/': true, '"': true, '\\': true };

function asHexadecimal(bytes: Uint8Array): string {
  return [...bytes].map(hexDigits).join('[\\s:-]?');
}

/**
 * Where a secret begins in a longer text decides which of three forms it has. The characters at its ends hold bits of
 * its neighbours as well, so they are any.
 */
function asBase64(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const whole = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    const shared = '[A-Za-z0-9+/_-]?';
    const padding = '(?:=|%(?:25)*3[dD]){0,2}';
    return `${offset === 0 ? '' : shared}${whole.replaceAll(/[+/]/g, base64Character)}${shared}${padding}`;
  });
}

/** `+` and `/` have other characters in the other alphabet (RFC 4648 5), and may be percent-encoded. */
function base64Character(character: string): string {
  return character === '+' ? '(?:[+-]|%(?:25)*2[bB])' : '(?:[/_]|%(?:25)*2[fF])';
}

function hexDigits(byte: number): string {
  return anyCase(byte.toString(16).padStart(2, '0'));
}

function anyCase(digits: string): string {
  return digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function literal(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
