import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SegmentLayout } from './segment-layout.ts';

const layout = new SegmentLayout(10, 3);

describe('segment layout', () => {
  for (const [size, sealed] of [
    [0, 0],
    [1, 4],
    [9, 12],
    [10, 13],
    [11, 17],
    [20, 26],
    [21, 30],
  ] as const) {
    it(`needs ${sealed} bytes for ${size}`, () => {
      assert.equal(layout.sealedSize(size), sealed);
    });
  }

  it('puts every wanted byte of every range into exactly one segment', () => {
    const size = 25;
    for (let offset = 0; offset <= size; offset += 1) {
      for (let length = 0; offset + length <= size; length += 1) {
        const places = [...layout.segments(size, { offset, length })];
        const bytes = places.flatMap(({ number, wanted }) =>
          Array.from({ length: wanted.length }, (_, n) => number * 10 + wanted.offset + n),
        );
        assert.deepEqual(bytes, Array.from({ length }, (_, n) => offset + n)); // prettier-ignore
      }
    }
  });

  it('reads no segment that holds nothing of the range', () => {
    const numbers = Array.from(layout.segments(35, { offset: 10, length: 10 }), ({ number }) => number);
    assert.deepEqual(numbers, [1]);
  });

  it('places the segments one behind the other, up to the end of the file', () => {
    const places = [...layout.segments(25, { offset: 0, length: 25 })].map(({ sealed }) => sealed);
    assert.deepEqual(places, [
      { offset: 0, length: 13 },
      { offset: 13, length: 13 },
      { offset: 26, length: 8 },
    ]);
    assert.equal(layout.sealedSize(25), 34);
  });
});
