import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { faultPoints } from './fault-points.ts';
import { page } from './page.ts';
import { cells, rows, spans, type Cell } from './verdict-table.ts';
import { runUnderFault } from './faulted-run.ts';

/** One span and one point for each fault, other ones each time; `npm run proof` has them all. */
const sample = rows.flatMap((row, at) => {
  const span = spans[at % spans.length];
  const point = faultPoints[at % faultPoints.length];
  return cells.filter((cell) => cell.row === row && cell.span === span && cell.point === point);
});

describe('under faults', { concurrency: 12 }, () => {
  for (const { row, span, point, ending } of sample)
    test(`${row.title}, ${span}, at the point "${point}": ${ending}`, async () => {
      const run = await runUnderFault({ row, span, point });
      assert.deepEqual([run.ending, run.alarms], [ending, []], run.reason ?? '');
    });
});

describe('the table', () => {
  test('blames the store only where one request never gets what the others get', () => {
    assert.deepEqual(spansOf(cells.filter(({ ending }) => ending === 'nonconformant' || ending === 'blocked')), [
      'always',
    ]);
  });

  test('says blocked at the gate only: there another clause is the nonconformant one', () => {
    const blocked = cells.filter(({ ending }) => ending === 'blocked');
    assert.deepEqual([...new Set(blocked.map(({ point }) => point))], ['gate']);
  });

  test('says conformant of a step under test only where its answer came, at last or in part', () => {
    const conformant = cells.filter(
      ({ point, span, ending }) => point === 'write' && span !== 'passing' && ending === 'conformant',
    );
    assert.deepEqual(
      [...new Set(conformant.map(({ row }) => row.title))],
      [
        'reset after the answer',
        'a length shorter than the body',
        'a gzip bomb',
        'an XML bomb',
        'XML a hundred thousand levels deep',
      ],
    );
    const read = cells.filter(({ point, span }) => point === 'read' && span !== 'passing');
    assert.deepEqual(
      read.flatMap(({ row, ending }) => (ending === 'conformant' ? [row.title] : [])),
      ['reset after the answer', 'reset after the answer'],
    );
  });

  test('lets no fault of the clean-up change a verdict', () => {
    const endings = cells.flatMap(({ point, ending }) => (point === 'clean-up' ? [ending] : []));
    assert.deepEqual([...new Set(endings)].toSorted(), ['conformant', 'left']);
  });

  test('is the one that people read', async () => {
    const written = await readFile(new URL('../../../docs/verdicts-under-faults.md', import.meta.url), 'utf8');
    assert.equal(written, page(), 'node support/assurance/faults/prove.ts --write');
  });
});

function spansOf(some: readonly Cell[]): readonly string[] {
  return [...new Set(some.map(({ span }) => span))];
}
