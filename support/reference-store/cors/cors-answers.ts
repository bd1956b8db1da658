import type { BucketRecord } from '../buckets/bucket-record.ts';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { emptyAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair, StoreRequest } from '../http/store-request.ts';
import { matchingRule, type CorsRule } from './cors-rules.ts';
import { corsSetting } from './cors-setting.ts';

/**
 * OptionObject: a browser asks whether it may send a request. The answer repeats its origin and its method, and does not
 * list those of the rule: https://www.alibabacloud.com/help/en/oss/developer-reference/options
 */
export function answerPreflight({ headers }: StoreRequest, bucket: BucketRecord): Answer | Refusal {
  const origin = headerValue(headers, 'origin');
  const method = headerValue(headers, 'access-control-request-method');
  if (origin === undefined) return invalidArgument('Origin is missing.', { name: 'Origin' });
  if (method === undefined)
    return invalidArgument('Access-Control-Request-Method is missing.', { name: 'Access-Control-Request-Method' });
  const asked = listOf(headerValue(headers, 'access-control-request-headers'));
  const rules = corsSetting.of(bucket);
  if (rules === null) return forbidden('CORSResponse: CORS is not enabled for this bucket.');
  const rule = matchingRule(rules, { origin, method, headers: asked });
  if (rule === null) return forbidden('CORSResponse: This CORS request is not allowed.');
  return emptyAnswer(200, [
    ...originHeaders(rule, origin),
    ['Access-Control-Allow-Methods', method],
    ...(asked.length === 0 ? [] : [['Access-Control-Allow-Headers', asked.join(', ')] as const]),
    ...(rule.maxAgeSeconds === null ? [] : [['Access-Control-Max-Age', String(rule.maxAgeSeconds)] as const]),
  ]);
}

/** The CORS headers of the answer to the actual request; none without a matching rule. */
export function crossOriginHeaders({ method, headers }: StoreRequest, bucket: BucketRecord): readonly HeaderPair[] {
  const rules = corsSetting.of(bucket);
  if (rules === null || method === 'OPTIONS') return [];
  const vary: readonly HeaderPair[] = rules.responseVary ? [['Vary', 'Origin']] : [];
  const origin = headerValue(headers, 'origin');
  const rule = origin === undefined ? null : matchingRule(rules, { origin, method, headers: [] });
  return origin === undefined || rule === null ? vary : [...originHeaders(rule, origin), ...vary];
}

/** The page "Configure CORS": the value is that of the request's Origin, whatever the rule's pattern is. */
function originHeaders({ exposeHeaders }: CorsRule, origin: string): readonly HeaderPair[] {
  const allowed: HeaderPair = ['Access-Control-Allow-Origin', origin];
  return exposeHeaders.length === 0
    ? [allowed]
    : [allowed, ['Access-Control-Expose-Headers', exposeHeaders.join(', ')]];
}

function listOf(header = ''): readonly string[] {
  return header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** OptionObject: 403 if CORS is not enabled or no rule matches. */
function forbidden(message: string): Refusal {
  return new Refusal({ status: 403, code: 'AccessForbidden', message });
}
