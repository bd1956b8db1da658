import { startReferenceStore } from '../store.ts';

/** The messages of a store in its own process: where it listens and, on request, its resident bytes. */
export type MeasuredStoreWords =
  | { readonly endpoint: string }
  | { readonly residentBytes: number; readonly peakBytes: number };

/** A store for tests of its memory. Ends, with its objects, when the test disconnects. */
const [, , principals = '{}'] = process.argv;
const store = await startReferenceStore({ principals: JSON.parse(principals) });
const say = (words: MeasuredStoreWords): boolean | undefined => process.send?.(words);

process.on('message', () => {
  say({ residentBytes: process.memoryUsage.rss(), peakBytes: process.resourceUsage().maxRSS * 1024 });
});
process.on('disconnect', () => void store.close().then(() => process.exit()));
say({ endpoint: store.endpoint });
