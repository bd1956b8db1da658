import { readXml } from '../../client/xml/reading.ts';
import type { MutableScenario, MutableStep } from './mutable-scenario.ts';
import type { LocalSite } from './value-site.ts';

/** The values in a step's doc string: the texts and names of XML elements, or each line of other text. */
export function docStringSites(
  { text, docString }: MutableStep,
  change: (part: Partial<MutableStep>) => MutableScenario,
): readonly LocalSite[] {
  if (docString === null) return [];
  const { content, mediaType } = docString;
  return partsOf(mediaType, content).map(({ kind, value, isFree, replaced }) => ({
    where: `${text}, ${kind}`,
    value,
    kind,
    isFree,
    with: (replacement) => change({ docString: { mediaType, content: replaced(replacement) } }),
  }));
}

interface Part {
  readonly kind: string;
  readonly value: string;
  readonly isFree: boolean;
  readonly replaced: (replacement: string) => string;
}

function partsOf(mediaType: string, content: string): readonly Part[] {
  if (mediaType !== 'xml') return lines(content);
  const isXml = 'root' in readXml(new TextEncoder().encode(content));
  return isXml ? [...elementTexts(content), ...elementNames(content)] : [wholeDocument(content)];
}

function lines(content: string): readonly Part[] {
  return content.split('\n').flatMap((line, at, all) =>
    line.trim() === ''
      ? []
      : [
          {
            kind: 'line',
            value: line,
            isFree: true,
            replaced: (replacement: string) => all.with(at, replacement).join('\n'),
          },
        ],
  );
}

/** XML that is not well-formed is there because it is not, so its replacement is a well-formed document. */
function wholeDocument(content: string): Part {
  return { kind: 'document', value: content, isFree: false, replaced: (replacement) => replacement };
}

function elementTexts(content: string): readonly Part[] {
  return [...content.matchAll(/<([\w:.-]+)[^<>]*>([^<>]*[^<>\s][^<>]*)</gu)].map((match) => {
    const [whole, name = '', value = ''] = match;
    const start = match.index + whole.length - 1 - value.length;
    return {
      kind: `text of ${name}`,
      value,
      isFree: true,
      replaced: (replacement) => content.slice(0, start) + replacement + content.slice(start + value.length),
    };
  });
}

function elementNames(content: string): readonly Part[] {
  const names = new Set([...content.matchAll(/<([A-Za-z][\w:.-]*)/gu)].map(([, name = '']) => name));
  return [...names].map((name) => ({
    kind: 'element name',
    value: name,
    isFree: true,
    replaced: (replacement) => content.replaceAll(new RegExp(`(</?)${name}(?=[\\s/>])`, 'gu'), `$1${replacement}`),
  }));
}
