import assert from 'node:assert/strict';
import { it } from 'node:test';
import { clauseRounds } from './clause-rounds.ts';

const feature = 'features/errors/a.feature';
const clauses = [
  { id: 'ENV-01', feature, scenarios: [1, 2, 3].map(scenarioAt) },
  { id: 'ENV-02', feature, scenarios: [4, 5].map(scenarioAt) },
  { id: 'ENV-03', feature: null, scenarios: [] },
];

it('has one scenario of each clause in the first round, and all of the clause that is wanted whole', () => {
  const { first, second } = clauseRounds(clauses, [5, 3, 2, 1, 4].map(placeAt), 'ENV-02');
  assert.deepEqual(
    first.map(({ line }) => line),
    [5, 4, 3],
  );
  assert.deepEqual(
    second.map(({ line, clause }) => [line, clause]),
    [
      [2, 'ENV-01'],
      [1, 'ENV-01'],
    ],
  );
});

function scenarioAt(line: number): { name: string; line: number; needs: [] } {
  return { name: `the scenario at ${line}`, line, needs: [] };
}

function placeAt(line: number): { feature: string; line: number } {
  return { feature, line };
}
