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
  /** What the families' operations have set, by the name of the setting. */
  readonly settings: BucketSettings;
}

/** What a decision does to the buckets. */
export type BucketChange =
  | { readonly kind: 'save'; readonly record: BucketRecord }
  | { readonly kind: 'remove'; readonly name: string };

/** A read-only view of the buckets. */
export interface BucketView {
  get(name: string): BucketRecord | undefined;
  /** Ascending by name. */
  list(): readonly BucketRecord[];
}

/** Keeps bucket records. Once `change` has resolved, its changes outlive whatever the repository promises to outlive. */
export interface BucketRepository extends BucketView {
  /**
   * Decides on the buckets as they are and makes the decision's changes, with
   * no other change between the two. A change is visible only once it is kept.
   */
  change<Outcome>(
    decide: (buckets: BucketView) => { readonly changes: readonly BucketChange[]; readonly outcome: Outcome },
  ): Promise<Outcome>;
}
