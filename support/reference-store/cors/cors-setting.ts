import { BucketSetting } from '../buckets/bucket-setting.ts';
import type { CorsRule, CorsRules } from './cors-rules.ts';
import { isJsonObject } from '../json-text.ts';

/** The CORS rules of a bucket. */
export const corsSetting = new BucketSetting<CorsRules>('cors', readStoredRules);

function readStoredRules(stored: unknown): CorsRules | undefined {
  if (!isJsonObject(stored) || !Array.isArray(stored['rules']) || typeof stored['responseVary'] !== 'boolean')
    return undefined;
  const rules = stored['rules'].map(readStoredRule).filter((rule) => rule !== undefined);
  return rules.length === stored['rules'].length ? { rules, responseVary: stored['responseVary'] } : undefined;
}

function readStoredRule(stored: unknown): CorsRule | undefined {
  if (!isJsonObject(stored)) return undefined;
  const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = stored;
  if (!(isTexts(allowedOrigins) && isTexts(allowedMethods) && isTexts(allowedHeaders) && isTexts(exposeHeaders)))
    return undefined;
  if (maxAgeSeconds !== null && typeof maxAgeSeconds !== 'number') return undefined;
  return { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
