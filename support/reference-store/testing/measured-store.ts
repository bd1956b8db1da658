import { startReferenceStore } from '../store.ts';

/** What a store in a process of its own says: where it listens, and whenever it is asked, its resident bytes. */
export type MeasuredStoreWords =
  | { readonly endpoint: string }
  | { readonly residentBytes: number; readonly peakBytes: number };

/** A store for tests that look at its memory. Ends, and takes its objects with it, when nobody listens any more. */
const [, , principals = '{}'] = process.argv;
const store = await startReferenceStore({ principals: JSON.parse(principals) });
const say = (words: MeasuredStoreWords): boolean | undefined => process.send?.(words);

process.on('message', () => {
  say({ residentBytes: process.memoryUsage.rss(), peakBytes: process.resourceUsage().maxRSS * 1024 });
});
process.on('disconnect', () => void store.close().then(() => process.exit()));
say({ endpoint: store.endpoint });
