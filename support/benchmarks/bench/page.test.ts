import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Row } from './measurement.ts';
import { page, table, unexplained } from './page.ts';

const met: Row = { what: 'a good one', samples: [1, 2, 3], unit: '×', aim: { atMost: 2.5 }, behind: '1 s and 2 s' };
const missed: Row = { ...met, what: 'a bad one', aim: { atLeast: 5 } };

describe('the page of the bench', () => {
  it('gives each value with its spread, its aim and whether it is met, in columns', () => {
    assert.equal(
      table([met, missed]),
      [
        '| value      | median | spread       | samples | aim           | met | behind it   |',
        '| ---------- | ------ | ------------ | ------- | ------------- | --- | ----------- |',
        '| a good one | 2.00 × | 1.50 to 2.50 | 3       | at most 2.5 × | yes | 1 s and 2 s |',
        '| a bad one  | 2.00 × | 1.50 to 2.50 | 3       | at least 5 ×  | no  | 1 s and 2 s |',
      ].join('\n'),
    );
  });

  it('says why a value is missing', () => {
    assert.match(
      table([{ ...met, samples: [], behind: 'no recordings' }]),
      /\| 0 +\| at most 2\.5 × \| +\| no recordings \|$/u,
    );
  });

  it('says where the time goes for missed aims only', () => {
    const rows = [
      { ...met, limit: 'Not shown.' },
      { ...missed, limit: 'It goes there.' },
    ];
    const text = page(
      [
        {
          measurement: {
            title: 'Things',
            explanation: 'How.',
            measure: async function* () {
              yield* rows;
            },
          },
          rows,
        },
      ],
      'a machine',
    );
    assert.match(text, /## Things\n\nHow\.\n\n\*\*Missed: a bad one\.\*\*\nIt goes there\.\n$/u);
    assert.match(text, /on a machine\./u);
  });

  it('complains about a missed aim without an explanation', () => {
    assert.deepEqual(unexplained([met, { ...missed, limit: 'There.' }]), []);
    assert.equal(unexplained([met, missed]).length, 1);
  });
});
