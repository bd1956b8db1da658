import { documentedBuckets } from './behaviour.ts';
import type { BucketChange, BucketRepository } from './bucket-record.ts';
import { Refusal } from '../errors/refusal.ts';

/** The message is one line for people. */
export class InvalidBucketNameError extends Error {
  override readonly name = 'InvalidBucketNameError';
}

/** Throws InvalidBucketNameError. */
export function requireBucketName(name: string): void {
  if (documentedBuckets.name(name) !== null)
    throw new InvalidBucketNameError(
      `"${name}" is no bucket name: it takes 3 to 63 lower-case letters, digits and hyphens, and no hyphen first or last`,
    );
}

/** Creates the buckets that the account does not have yet. */
export async function createBuckets(
  repository: BucketRepository,
  { names, owner, now }: { readonly names: readonly string[]; readonly owner: string; readonly now: Date },
): Promise<void> {
  for (const name of names) {
    requireBucketName(name);
    const refusal = await repository.change((view): { changes: readonly BucketChange[]; outcome: Refusal | null } => {
      const decision = documentedBuckets.put({ name, owner, now, settings: {} }, view.get(name), view);
      return decision instanceof Refusal ? { changes: [], outcome: decision } : { changes: decision, outcome: null };
    });
    if (refusal !== null) throw new InvalidBucketNameError(`the bucket "${name}" belongs to another account`);
  }
}
