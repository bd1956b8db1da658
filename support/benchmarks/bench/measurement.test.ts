import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meets, spreadOf, type Row } from './measurement.ts';

const row: Row = { what: 'a thing', samples: [5, 1, 2, 4, 3], unit: '×', behind: '' };

describe('a figure', () => {
  it('is the middle of its samples, whatever their order, between the middle halves', () => {
    assert.deepEqual(spreadOf([5, 1, 2, 4, 3]), { low: 2, median: 3, high: 4 });
    assert.deepEqual(spreadOf([1, 2, 3, 4]), { low: 1.75, median: 2.5, high: 3.25 });
  });

  it('meets an aim by its median', () => {
    assert.equal(meets({ ...row, aim: { atMost: 3 } }), true);
    assert.equal(meets({ ...row, aim: { atMost: 2.9 } }), false);
    assert.equal(meets({ ...row, aim: { atLeast: 3 } }), true);
    assert.equal(meets({ ...row, aim: { atLeast: 3.1 } }), false);
  });

  it('neither meets nor misses what was not aimed at or not measured', () => {
    assert.equal(meets(row), null);
    assert.equal(meets({ ...row, samples: [], aim: { atMost: 3 } }), null);
  });
});
