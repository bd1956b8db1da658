import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviationNames } from '../reference-store/deviation.ts';
import { loadProgramDeviation, programDeviationNames } from './deviation.ts';

describe('every deviation of a program', () => {
  for (const name of programDeviationNames())
    it(`${name} says what is wrong`, async () => {
      const { clause, mistake, caughtAs, alsoCaughtBy = {} } = await loadProgramDeviation(name);
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(clause, /^CLI-\d{2}$/);
      assert.match(mistake, /^[A-Z].*\.$/s);
      assert.ok(caughtAs);
      for (const [other, reason] of Object.entries(alsoCaughtBy)) {
        assert.match(other, /^CLI-(\d{2}|\*)$/);
        assert.ok(reason);
      }
    });

  it('has a name that no deviation of the store has', () => {
    const ofTheStore = new Set(deviationNames());
    assert.deepEqual(
      programDeviationNames().filter((name) => ofTheStore.has(name)),
      [],
    );
  });

  it('is loaded by its name only', async () => {
    await assert.rejects(loadProgramDeviation('../program'), /no program deviates as "\.\.\/program"/);
  });
});
