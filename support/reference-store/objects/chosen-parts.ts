import type { Refusal } from '../errors/refusal.ts';
import type { PartRecord } from '../storage/stored-records.ts';
import { entityTooSmall, invalidPart, invalidPartOrder } from './refusals.ts';

/** A part that is not the last has at least 100 KB. */
export const leastPartBytes = 100 * 1024;

/** A part as CompleteMultipartUpload names it. */
export interface ChosenPart {
  readonly partNumber: number;
  /** Without quotes. */
  readonly etag: string;
}

/** The parts of the new object, in order, or why a completion with this list is refused. */
export function chooseParts(
  chosen: readonly ChosenPart[],
  uploaded: ReadonlyMap<number, PartRecord>,
): readonly PartRecord[] | Refusal {
  const isAscending = chosen.every(({ partNumber }, at) => partNumber > (chosen[at - 1]?.partNumber ?? 0));
  if (!isAscending) return invalidPartOrder();
  const taken: PartRecord[] = [];
  for (const { partNumber, etag } of chosen) {
    const part = uploaded.get(partNumber);
    if (part === undefined || part.etag !== etag.toUpperCase()) return invalidPart(partNumber);
    taken.push(part);
  }
  const tooSmall = taken.slice(0, -1).find(({ extent }) => extent.size < leastPartBytes);
  return tooSmall === undefined ? taken : entityTooSmall(tooSmall.extent.size, leastPartBytes);
}
