import type { CredentialScope } from './claim.ts';

/** `AccessKeyId/date/region/product/terminator`; `null` where these five parts are missing. Their values are checked later. */
export function readCredential(text: string): { accessKeyId: string; scope: CredentialScope } | null {
  const [accessKeyId, date, region, product, terminator, ...more] = text.split('/');
  if (more.length > 0 || terminator === undefined || !accessKeyId || !/^[\x21-\x7e]+$/.test(accessKeyId)) return null;
  return { accessKeyId, scope: { date: date ?? '', region: region ?? '', product: product ?? '', terminator } };
}

/** AUTH-23: a `;`-joined list, lower-case and sorted. */
export function normaliseAdditionalHeaders(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const names = text.split(';').filter((name) => name !== '');
  return [...new Set(names.map((name) => name.toLowerCase()))].toSorted();
}
