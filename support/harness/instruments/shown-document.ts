import type { Answer } from '../../client/exchange.ts';
import { elementAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** Whether a successful answer has a document with that root, and with an element at that path. */
export function showsDocument({ status, body }: Answer, root: string, ...path: readonly string[]): boolean {
  const xml = readXml(body);
  return status === 200 && 'root' in xml && xml.root.name === root && elementAt(xml.root, ...path) !== undefined;
}
