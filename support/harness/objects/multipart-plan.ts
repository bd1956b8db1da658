import type { ByteRange } from './object-requests.ts';

/** How a multipart upload sends an object. */
export interface MultipartPlan {
  /** The sizes of all parts except the last, which is the rest. */
  readonly cuts: readonly number[];
  /** The parts in the order in which they are sent. */
  readonly sendings: readonly PartSending[];
  /** Whether the parts are copied from another object instead of sent. */
  readonly copies: boolean;
}

/** One upload of a part. Part numbers begin with 1; a draft has other bytes, and the same part is sent again later. */
interface PartSending {
  readonly part: number;
  readonly isDraft: boolean;
}

/** The ways to create an object by a multipart upload. */
export const waysByParts = [
  'a multipart upload',
  'a multipart upload of two parts',
  'a multipart upload of three parts, the last first',
  'a multipart upload whose first part is sent twice',
  'a multipart upload of copied parts',
  'a multipart upload of copied ranges',
] as const;

export type WayByParts = (typeof waysByParts)[number];

/**
 * Uneven, and no multiple of a cipher's block or of a power of two, so that a store that counts from the wrong start
 * shows other bytes. Every part but the last has at least 100 KB (UploadPart).
 */
export const partCuts = [102_401, 131_101] as const;

const firstCut = partCuts.slice(0, 1);

export const multipartPlans: Readonly<Record<WayByParts, MultipartPlan>> = {
  'a multipart upload': { cuts: [], sendings: inOrder(1), copies: false },
  'a multipart upload of two parts': { cuts: firstCut, sendings: inOrder(1, 2), copies: false },
  'a multipart upload of three parts, the last first': { cuts: partCuts, sendings: inOrder(3, 1, 2), copies: false },
  'a multipart upload whose first part is sent twice': {
    cuts: firstCut,
    sendings: [{ part: 1, isDraft: true }, ...inOrder(2, 1)],
    copies: false,
  },
  'a multipart upload of copied parts': { cuts: [], sendings: inOrder(1), copies: true },
  'a multipart upload of copied ranges': { cuts: firstCut, sendings: inOrder(1, 2), copies: true },
};

/** Where the parts of an object of `size` bytes begin and end. Throws for an object that is too small. */
export function cutAt(size: number, cuts: readonly number[]): readonly ByteRange[] {
  const pieces: ByteRange[] = [];
  let first = 0;
  for (const length of cuts) {
    pieces.push({ first, last: first + length - 1 });
    first += length;
  }
  if (cuts.length > 0 && first >= size) throw new Error(`an object of ${size} bytes has no bytes after byte ${first}`);
  return [...pieces, { first, last: size - 1 }];
}

function inOrder(...parts: readonly number[]): readonly PartSending[] {
  return parts.map((part) => ({ part, isDraft: false }));
}
