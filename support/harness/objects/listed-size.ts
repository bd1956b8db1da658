import type { Answer } from '../../client/exchange.ts';
import { childrenOf, textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** The Size that a listing with percent-encoded names states for an object; `null` if it does not list the object. */
export function listedSize({ body }: Answer, key: string): string | null {
  const xml = readXml(body);
  if (!('root' in xml)) return null;
  const entry = childrenOf(xml.root, 'Contents').find(
    (contents) => textAt(contents, 'Key') === encodeURIComponent(key),
  );
  return entry === undefined ? null : (textAt(entry, 'Size') ?? 'none');
}
