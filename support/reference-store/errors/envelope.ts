import { element } from '../xml/element.ts';
import { writeXmlDocument } from '../xml/writing.ts';
import type { Refusal } from './refusal.ts';

/** ENV-04…07. */
export function writeErrorDocument(refusal: Refusal, requestId: string, host: string): string {
  return writeXmlDocument(
    element('Error', [
      element('Code', refusal.code),
      element('Message', refusal.message),
      element('RequestId', requestId),
      element('HostId', host),
      ...refusal.details.map(([name, text]) => element(name, text)),
      ...(refusal.ec === null
        ? []
        : [element('EC', refusal.ec), element('RecommendDoc', `https://api.aliyun.com/troubleshoot?q=${refusal.ec}`)]),
    ]),
  );
}
