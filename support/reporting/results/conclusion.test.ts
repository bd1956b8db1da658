import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleClause, sampleResults } from './sample-results.ts';

const listing = 'expected an encryption answer, got a listing';

describe('what follows from the clauses of a run', () => {
  it('judges store and program apart, and the run by the graver of the two', () => {
    const { store, program, verdict } = sampleResults({
      clauses: [
        sampleClause('PBE-01', [{ verdict: 'conformant' }]),
        sampleClause('OUT-01', [{ verdict: 'nonconformant', reason: 'exit code 0' }], { judges: 'program' }),
      ],
    });
    assert.deepEqual([store?.verdict, program?.verdict, verdict], ['conformant', 'nonconformant', 'nonconformant']);
    assert.deepEqual([store?.counts.conformant, store?.counts.nonconformant], [1, 0]);
    assert.deepEqual([program?.counts.conformant, program?.counts.nonconformant], [0, 1]);
  });

  it('says nothing of a store or a program that no clause judged', () => {
    const { store, program } = sampleResults({
      clauses: [sampleClause('OUT-01', [{ verdict: 'conformant' }], { judges: 'program' })],
    });
    assert.equal(store, null);
    assert.equal(program?.verdict, 'conformant');
  });

  it('lets a known deviation of the store excuse the store, and not the program', () => {
    const { store, program, verdict, clauses } = sampleResults({
      clauses: [
        sampleClause('PBE-01', [{ verdict: 'nonconformant', reason: listing }, { verdict: 'conformant' }]),
        sampleClause('OUT-01', [{ verdict: 'nonconformant', reason: listing }], { judges: 'program' }),
      ],
      expected: [{ clause: 'PBE-01', observed: listing, issue: 'https://example.org/1', until: '2027-06-30' }],
    });
    assert.deepEqual([store?.verdict, program?.verdict, verdict], ['conformant', 'nonconformant', 'nonconformant']);
    assert.deepEqual(
      clauses.map(({ scenarios }) => scenarios.map(({ expected }) => expected)),
      [[true, false], [false]],
    );
  });

  it('names each cause once, the gravest and widest first, with the clauses it blocks', () => {
    const { causes, complete } = sampleResults({
      clauses: [
        sampleClause('A-01', [{ verdict: 'inconclusive', reason: 'reset' }]),
        sampleClause('A-02', [
          { verdict: 'nonconformant', reason: 'one' },
          { verdict: 'inconclusive', reason: 'reset' },
        ]),
        sampleClause('ENV-27', [{ verdict: 'nonconformant', reason: listing }]),
        sampleClause('A-03', [{ verdict: 'blocked', reason: 'needs ENV-27', blockedBy: 'ENV-27' }]),
        sampleClause('A-04', [{ verdict: 'observed', reason: 'answers 204' }], { level: 'observe' }),
      ],
    });
    assert.deepEqual(causes, [
      { reason: listing, clauses: ['ENV-27'], blocks: ['A-03'] },
      { reason: 'one', clauses: ['A-02'], blocks: [] },
      { reason: 'reset', clauses: ['A-01'], blocks: [] },
    ]);
    assert.equal(complete, false);
  });
});
