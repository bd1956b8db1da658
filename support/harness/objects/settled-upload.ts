import type { OssWorld } from '../world/world.ts';

/**
 * Looks at what became of the upload that the scenario judges. Where that does not satisfy, it is uploaded again until
 * it does or the deadline passes: a rule that reads back may still be late for uploads (GBE-19). Returns the last look.
 */
export async function settledUpload<T>(
  world: Pick<OssWorld, 'canAskAgain' | 'object' | 'settled'>,
  look: () => T | Promise<T>,
  satisfied: (seen: T) => boolean,
): Promise<T> {
  const { again } = world.object;
  const seen = await look();
  if (again === null || satisfied(seen) || !world.canAskAgain) return seen;
  const anew = async (): Promise<T> => {
    await again();
    return look();
  };
  return world.settled(anew, satisfied);
}
