import type { BucketChange, BucketRecord, BucketRepository, BucketView } from './bucket-record.ts';

/** Buckets that live as long as the store. */
export class BucketsInMemory implements BucketRepository {
  readonly #records: Map<string, BucketRecord>;

  constructor(records: Iterable<BucketRecord> = []) {
    this.#records = new Map(Array.from(records, (record) => [record.name, record]));
  }

  get(name: string): BucketRecord | undefined {
    return this.#records.get(name);
  }

  list(): readonly BucketRecord[] {
    return [...this.#records.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  async change<Outcome>(
    decide: (buckets: BucketView) => { readonly changes: readonly BucketChange[]; readonly outcome: Outcome },
  ): Promise<Outcome> {
    const { changes, outcome } = decide(this);
    for (const change of changes) this.apply(change);
    return outcome;
  }

  apply(change: BucketChange): void {
    if (change.kind === 'save') this.#records.set(change.record.name, change.record);
    else this.#records.delete(change.name);
  }
}
