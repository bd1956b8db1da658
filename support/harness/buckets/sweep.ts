import type { OssClient } from '../../client/client.ts';
import { removeBucket } from './bucket-removal.ts';
import { Ledger, readLedger } from './ledger.ts';
import type { Target } from '../target/target.ts';

/** What a sweep did, by bucket name. */
export interface Sweep {
  readonly removed: readonly string[];
  readonly alreadyGone: readonly string[];
  readonly left: readonly { readonly bucket: string; readonly why: string }[];
  /** Other endpoints at which runs left buckets; each needs its own target. */
  readonly elsewhere: readonly string[];
}

/**
 * Deletes the buckets that killed runs left at the target. Only the ledger in the directory says which: no bucket is
 * found by its name. A bucket that cannot be deleted stays in the ledger. The caller holds the RunLock, because the
 * buckets of a current run are in the ledger, too.
 */
export async function sweep(target: Target, client: OssClient, directory: string): Promise<Sweep> {
  const entries = readLedger(directory);
  const elsewhere = new Set(entries.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== target.endpoint));
  const removed: string[] = [];
  const alreadyGone: string[] = [];
  const left: Sweep['left'][number][] = [];
  const ledger = Ledger.open(directory, 'sweep', target);
  try {
    for (const { bucket } of entries.filter(({ endpoint }) => endpoint === target.endpoint)) {
      const removal = await removeBucket(client, target.principals.owner, bucket);
      if (typeof removal === 'object') {
        left.push({ bucket: bucket.name, why: removal.left });
        continue;
      }
      (removal === 'removed' ? removed : alreadyGone).push(bucket.name);
      ledger.deleted(bucket);
    }
  } finally {
    ledger.close();
  }
  return { removed, alreadyGone, left, elsewhere: [...elsewhere] };
}
