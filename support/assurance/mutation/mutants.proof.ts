import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { instrumentStore, mutatedRooms, type InstrumentedStore } from './mutants.ts';
import { oneIn, proofSample } from './sample.ts';

describe('the mutants of the reference store', () => {
  let store: InstrumentedStore;
  before(async () => {
    store = await instrumentStore();
  });

  it('are found in every room, and never in a test', () => {
    assert.deepEqual(new Set(store.mutants.map(({ room }) => room)), new Set(mutatedRooms));
    assert.deepEqual(
      store.mutants.filter(({ file }) => /\.(?:test|proof)\./u.test(file) || file.includes('/testing/')),
      [],
    );
  });

  it('know the code they replace', () => {
    const inValidation = store.mutants.filter(({ file }) => file === 'bucket-encryption/validation.ts');
    const mutant = inValidation.find(({ replacement }) => replacement === "algorithm === 'AES256'");
    assert.equal(mutant?.original, "algorithm !== 'AES256'");
    assert.ok(mutant.at.includes(mutant.original));
  });

  it('are sampled so that a small sample is a part of a larger one', () => {
    const small = store.mutants.filter(oneIn(proofSample));
    assert.ok(small.length > 0);
    assert.ok(small.every(oneIn(8)));
  });
});
