import { stringify } from 'yaml';
import type { ReferenceStore } from '../reference-store/store.ts';

/** A target file for a running reference store. It holds the principals' secrets. */
export function targetFileText({ endpoint, region, principals }: ReferenceStore): string {
  return stringify({
    name: 'reference store',
    endpoint,
    region,
    addressing: 'path',
    signature: 'v4',
    principals,
  });
}
