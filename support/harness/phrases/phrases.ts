/**
 * The phrases of a parameter type and their meanings. In a phrase, `"…"` is quoted text and `N` is a number; the
 * meaning is called with their values, in order.
 */
export type Phrases<Meaning> = Readonly<Record<string, (...values: readonly string[]) => Meaning>>;

/**
 * The regular expression of these phrases, with one group around all of them, and a function that reads a matching
 * text.
 */
export function phraseReader<Meaning>(
  name: string,
  phrases: Phrases<Meaning>,
): { readonly regexp: RegExp; readonly read: (text: string) => Meaning } {
  const expressions = Object.keys(phrases).map(expressionOf);
  let whole: readonly WholePhrase<Meaning>[] | null = null;
  return {
    regexp: new RegExp(`(${expressions.join('|')})`, 'u'),
    read: (text) => {
      // Only when one is read: compiling the phrases of every type would delay the first scenario.
      whole ??= Object.values(phrases).map((meaning, index) => ({
        regexp: new RegExp(`^${expressions[index]}$`, 'u'),
        meaning,
      }));
      for (const { regexp, meaning } of whole) {
        const match = regexp.exec(text);
        if (match !== null) return meaning(...match.slice(1).filter((value) => value !== undefined));
      }
      throw new Error(`no ${name} reads "${text}"`);
    },
  };
}

interface WholePhrase<Meaning> {
  readonly regexp: RegExp;
  readonly meaning: (...values: readonly string[]) => Meaning;
}

/** Phrases without values of their own. */
export function words<Meaning>(meanings: Readonly<Record<string, Meaning>>): Phrases<Meaning> {
  return Object.fromEntries(Object.entries(meanings).map(([phrase, meaning]) => [phrase, () => meaning] as const));
}

/** Phrases that begin with these words and go on with one of those phrases. */
export function beginning<Inner, Meaning>(
  start: string,
  phrases: Phrases<Inner>,
  meaning: (inner: Inner) => Meaning,
): Phrases<Meaning> {
  return Object.fromEntries(
    Object.entries(phrases).map(([phrase, inner]) => [
      `${start} ${phrase}`,
      (...values: readonly string[]) => meaning(inner(...values)),
    ]),
  );
}

const quotedText = `(?:"([^"]*)"|'([^']*)')`;
const number = String.raw`(\d+)`;

/** The phrases that a parameter type accepts, read back from its regular expression; none for one of another kind. */
export function phrasesIn(regexp: string): readonly string[] {
  if (!regexp.startsWith('(') || !regexp.endsWith(')')) return [];
  return regexp
    .slice(1, -1)
    .replaceAll(quotedText, '"…"')
    .replaceAll(number, 'N')
    .split('|')
    .map((phrase) => phrase.replaceAll(/\\(.)/gu, '$1'));
}

function expressionOf(phrase: string): string {
  return phrase
    .replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
    .replaceAll('"…"', quotedText)
    .replaceAll(/\bN\b/gu, number);
}
