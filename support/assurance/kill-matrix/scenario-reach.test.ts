import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ScenarioReach } from './scenario-reach.ts';

it('counts a difference for the scenario that is running, once', () => {
  const reach = new ScenarioReach();
  reach.add('before-any-scenario');
  reach.scenarioStarted('features/a.feature', 3);
  reach.add('one');
  reach.add('one');
  reach.add('two');
  reach.scenarioStarted('features/b.feature', 7);
  reach.add('one');
  assert.deepEqual(reach.scenarios, {
    one: [
      { feature: 'features/a.feature', line: 3 },
      { feature: 'features/b.feature', line: 7 },
    ],
    two: [{ feature: 'features/a.feature', line: 3 }],
  });
});
