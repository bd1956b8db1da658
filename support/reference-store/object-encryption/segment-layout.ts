/** A span of bytes: `offset` from the beginning, `length` bytes. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The position of an encrypted segment in its body file. */
export interface SegmentPlace {
  readonly number: number;
  /** Encrypted bytes and tag, in the file. */
  readonly sealed: Span;
  /** The part of its plaintext that is wanted, from the segment's beginning. */
  readonly wanted: Span;
}

/**
 * The arithmetic of a body that is cut into segments of equal plaintext size,
 * the last one shorter, each followed by its tag. An empty body has no segment.
 */
export class SegmentLayout {
  readonly segmentBytes: number;
  readonly tagBytes: number;

  constructor(segmentBytes: number, tagBytes: number) {
    this.segmentBytes = segmentBytes;
    this.tagBytes = tagBytes;
  }

  /** Bytes of the file that holds `size` bytes of plaintext. */
  sealedSize(size: number): number {
    return size + Math.ceil(size / this.segmentBytes) * this.tagBytes;
  }

  /** The segments that hold the `wanted` bytes of `size` bytes of plaintext, in order. `wanted` must lie within. */
  *segments(size: number, wanted: Span): Generator<SegmentPlace> {
    const end = wanted.offset + wanted.length;
    const first = Math.floor(wanted.offset / this.segmentBytes);
    for (let number = first; number * this.segmentBytes < end; number += 1) {
      const start = number * this.segmentBytes;
      const length = Math.min(this.segmentBytes, size - start);
      const from = Math.max(wanted.offset - start, 0);
      const to = Math.min(end - start, length);
      yield {
        number,
        sealed: { offset: number * (this.segmentBytes + this.tagBytes), length: length + this.tagBytes },
        wanted: { offset: from, length: to - from },
      };
    }
  }
}
