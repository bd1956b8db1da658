/** Settings by name, in values that JSON can hold. Only the setting of that name knows the shape of its value. */
export type BucketSettings = Readonly<Record<string, unknown>>;

/** Everything the store keeps about a bucket. */
export interface BucketRecord {
  readonly name: string;
  /** The account id of the owner. */
  readonly owner: string;
  readonly createdAt: Date;
  readonly storageClass: string;
  readonly dataRedundancyType: string;
  /** The settings of all families, by name. */
  readonly settings: BucketSettings;
}

/** The effect of a decision on the buckets. */
export type BucketChange =
  | { readonly kind: 'save'; readonly record: BucketRecord }
  | { readonly kind: 'remove'; readonly name: string };

/** A read-only view of the buckets. */
export interface BucketView {
  get(name: string): BucketRecord | undefined;
  /** Ascending by name. */
  list(): readonly BucketRecord[];
}

/** Keeps bucket records. Once `change` has resolved, its changes are as durable as the repository promises. */
export interface BucketRepository extends BucketView {
  /**
   * Decides on the current buckets and applies the decision, with no other change in between. A change is visible only
   * once it is stored.
   */
  change<Outcome>(
    decide: (buckets: BucketView) => { readonly changes: readonly BucketChange[]; readonly outcome: Outcome },
  ): Promise<Outcome>;
}
