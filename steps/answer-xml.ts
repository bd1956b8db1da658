import type { Answer } from '../support/client/exchange.ts';
import type { XmlElement } from '../support/client/xml/element.ts';
import { readXml } from '../support/client/xml/reading.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';

/** The root element of an answer's body. Throws Nonconformance where the body is not XML. */
export function rootOf(answer: Answer): XmlElement {
  const xml = readXml(answer.body);
  if ('root' in xml) return xml.root;
  throw new Nonconformance(
    'an XML body',
    `${answer.status}, and a body that is not (${xml.fault.reason}): ${xml.fault.excerpt}`,
  );
}

/** The XML of the feature. Its indentation means nothing, so an element with children has no text. */
export function shapeIn(text: string): XmlElement {
  const xml = readXml(new TextEncoder().encode(text));
  if ('fault' in xml) throw new Error(`the shape in the feature is not XML: ${xml.fault.reason}`);
  return xml.root;
}
