import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { childrenNamed, element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { malformedXml } from '../xml/reading.ts';
import type { CorsRule, CorsRules } from './cors-rules.ts';

/** PutBucketCors, request elements. */
const mostRules = 20;
const longestMaxAge = 999_999_999;
const methods = new Set(['GET', 'PUT', 'DELETE', 'POST', 'HEAD']);

/** The body of PutBucketCors. */
export function readCorsRules(root: XmlElement): CorsRules | Refusal {
  const written = childrenNamed(root, 'CORSRule');
  if (root.name !== 'CORSConfiguration' || written.length > mostRules) return malformedXml();
  // https://help.aliyun.com/en/oss/user-guide/0034-00000002
  if (written.length === 0) return malformedXml().with({ ec: '0034-00000002' });
  const rules: CorsRule[] = [];
  for (const one of written) {
    const rule = readRule(one);
    if (rule instanceof Refusal) return rule;
    rules.push(rule);
  }
  return { rules, responseVary: childrenNamed(root, 'ResponseVary')[0]?.text === 'true' };
}

function readRule(rule: XmlElement): CorsRule | Refusal {
  const textsOf = (name: string): readonly string[] => childrenNamed(rule, name).map(({ text }) => text);
  const allowedOrigins = textsOf('AllowedOrigin');
  const allowedMethods = textsOf('AllowedMethod');
  const allowedHeaders = textsOf('AllowedHeader');
  const exposeHeaders = textsOf('ExposeHeader');
  const maxAges = textsOf('MaxAgeSeconds');
  if (allowedOrigins.length === 0 || allowedMethods.length === 0 || maxAges.length > 1) return malformedXml();
  // https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000011 and 0034-00000013 name these two codes.
  const method = allowedMethods.find((text) => !methods.has(text));
  if (method !== undefined) return wrongElement('AllowedMethod', method, '0034-00000011');
  const exposed = exposeHeaders.find((text) => /[*<>&'"]/u.test(text));
  if (exposed !== undefined) return wrongElement('ExposeHeader', exposed, '0034-00000013');
  const origin = allowedOrigins.find(hasTwoStars);
  if (origin !== undefined) return wrongElement('AllowedOrigin', origin);
  const header = allowedHeaders.find(hasTwoStars);
  if (header !== undefined) return wrongElement('AllowedHeader', header);
  const [maxAge] = maxAges;
  if (maxAge !== undefined && (!/^\d{1,9}$/u.test(maxAge) || Number(maxAge) > longestMaxAge))
    return wrongElement('MaxAgeSeconds', maxAge);
  const maxAgeSeconds = maxAge === undefined ? null : Number(maxAge);
  return { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds };
}

function hasTwoStars(text: string): boolean {
  return text.indexOf('*') !== text.lastIndexOf('*');
}

function wrongElement(name: string, value: string, ec?: string): Refusal {
  return invalidArgument(`The ${name} of a CORSRule is invalid.`, { name, value, ...(ec === undefined ? {} : { ec }) });
}

/** The document of GetBucketCors. */
export function writeCorsRules({ rules, responseVary }: CorsRules): XmlElement {
  return element('CORSConfiguration', [
    ...rules.map((rule) =>
      element('CORSRule', [
        ...rule.allowedOrigins.map((text) => element('AllowedOrigin', text)),
        ...rule.allowedMethods.map((text) => element('AllowedMethod', text)),
        ...rule.allowedHeaders.map((text) => element('AllowedHeader', text)),
        ...rule.exposeHeaders.map((text) => element('ExposeHeader', text)),
        ...(rule.maxAgeSeconds === null ? [] : [element('MaxAgeSeconds', String(rule.maxAgeSeconds))]),
      ]),
    ),
    element('ResponseVary', String(responseVary)),
  ]);
}
