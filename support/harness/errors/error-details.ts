import type { Exchange } from '../../client/exchange.ts';
import type { SignatureTrace } from '../../client/signature/signature.ts';
import type { XmlElement } from '../../client/xml/element.ts';
import { shown } from '../conversation/answer-words.ts';

/** What a table expects in an element of an error: one of the words below, or the exact text. */
type Detail = (text: string, signed: SignatureTrace, bucket: string) => boolean;

const details: Readonly<Record<string, Detail>> = {
  '(the access key id)': (text, { accessKeyId }) => text === accessKeyId,
  '(the signature)': (text, { signature }) => text === signature,
  '(the string to sign)': (text, { stringToSign }) => text === stringToSign,
  '(the bytes of the string to sign)': (text, { stringToSign }) => withoutSpace(text) === hexadecimal(stringToSign),
  "(the bucket's name)": (text, _signed, bucket) => text === bucket,
  '(If-None-Match in any case)': (text) => text.toLowerCase() === 'if-none-match',
  // AUTH-39: ISO 8601 with milliseconds.
  '(a time)': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text),
};

/**
 * Where the further elements of an error (ENV-10, AUTH-36…39) are not as expected, in words without ids; `null` if they
 * are. Throws an Error for a request that was not signed, which has no signature to compare.
 */
export function detailDeparture(
  elements: readonly XmlElement[],
  wanted: readonly (readonly [element: string, words: string])[],
  { exchange: { signature }, bucket }: { readonly exchange: Exchange; readonly bucket: string },
): { readonly expected: string; readonly got: string } | null {
  if (signature === null) throw new Error('the scenario checks the signature of an unsigned request');
  for (const [name, words] of wanted) {
    const text = elements.find((element) => element.name === name)?.text;
    const holds = details[words] ?? ((candidate: string) => candidate === words);
    if (text === undefined || !holds(text, signature, bucket))
      return { expected: `${name} to be ${inWords(words)}`, got: got(name, words, text, signature) };
  }
  return null;
}

/** The text of an element that shows how a request was signed. */
const ofSignature: Readonly<Record<string, (signed: SignatureTrace) => string>> = {
  StringToSignBytes: ({ stringToSign }) => hexadecimal(stringToSign),
  CanonicalRequest: ({ canonical }) => canonical,
};

/** What an error shows of how the request should have been signed, in words without keys. */
export function signatureElementInWords(
  elements: readonly XmlElement[],
  name: string,
  { signature }: Pick<Exchange, 'signature'>,
): string {
  const expected = ofSignature[name];
  if (signature === null || expected === undefined) throw new Error(`no request is signed by ${name}`);
  const text = elements.find((element) => element.name === name)?.text;
  if (text === undefined) return `no ${name}`;
  const isSame = withoutSpace(text) === withoutSpace(expected(signature));
  return isSame ? `the ${name} of the request` : `a ${name} that is not the request's`;
}

function hexadecimal(text: string): string {
  return Buffer.from(text).toString('hex');
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, '').toLowerCase();
}

/** Without values that differ from run to run: keys, signatures, bucket names and times. */
function got(name: string, words: string, text: string | undefined, { stringToSign }: SignatureTrace): string {
  if (text === undefined) return `no ${name}`;
  if (text === '') return `an empty ${name}`;
  if (words === '(a time)') return `a ${name} of the form ${shown(text.replaceAll(/\d/gu, '9'))}`;
  if (words === '(the string to sign)') return `a ${name} that differs in line ${lineOfDifference(text, stringToSign)}`;
  return words in details ? `another ${name}` : `the ${name} ${shown(text)}`;
}

function lineOfDifference(text: string, wanted: string): number {
  const lines = text.split('\n');
  const wantedLines = wanted.split('\n');
  return 1 + [...lines, ''].findIndex((line, at) => line !== wantedLines[at]);
}

function inWords(words: string): string {
  return words in details ? words.slice(1, -1) : `"${words}"`;
}
