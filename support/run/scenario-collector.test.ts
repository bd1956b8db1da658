import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttachmentContentEncoding, type Envelope, type Pickle } from '@cucumber/messages';
import { verdictMediaType } from '../harness/verdict/verdict-attachment.ts';
import { ScenarioCollector } from './scenario-collector.ts';

const pickle: Pickle = {
  id: 'p',
  uri: 'features/f.feature',
  location: { line: 7 },
  name: 'it is refused',
  language: 'en',
  steps: [],
  tags: [{ name: '@ABC-01', astNodeId: 't' }],
  astNodeIds: [],
};
const at = (milliseconds: number): { seconds: number; nanos: number } => ({
  seconds: 1,
  nanos: milliseconds * 1_000_000,
});
const begun: readonly Envelope[] = [
  { pickle },
  { testCase: { id: 'c', pickleId: 'p', testSteps: [] } },
  { testCaseStarted: { id: 's', testCaseId: 'c', attempt: 0, timestamp: at(0) } },
];
const ended: Envelope = { testCaseFinished: { testCaseStartedId: 's', timestamp: at(40), willBeRetried: false } };

function attachment(mediaType: string, body: string): Envelope {
  return {
    attachment: {
      testCaseStartedId: 's',
      mediaType,
      body,
      contentEncoding: AttachmentContentEncoding.IDENTITY,
      timestamp: at(1),
    },
  };
}

function collected(envelopes: readonly Envelope[]): ScenarioCollector['outcomes'] {
  const collector = new ScenarioCollector(new Set(['ABC-01']), null);
  for (const envelope of envelopes) collector.receive(envelope);
  return collector.outcomes;
}

test('a scenario has the verdict of its verdict, and its own time', () => {
  const verdict = JSON.stringify({
    verdict: 'nonconformant',
    reason: 'expected a, got b',
    evidence: { exchanges: [] },
  });
  const [outcome] = collected([...begun, attachment(verdictMediaType, verdict), ended]);
  assert.equal(outcome?.verdict, 'nonconformant');
  assert.equal(outcome.reason, 'expected a, got b');
  assert.equal(outcome.clause, 'ABC-01');
  assert.equal(outcome.line, 7);
  assert.equal(Math.round(outcome.durationMs), 40);
});

test('evidence is kept as the run asks, and neither the collector nor the message holds more of it', () => {
  const evidence = { scenario: 'it is refused', exchanges: [{}, {}] };
  const told = attachment(verdictMediaType, JSON.stringify({ verdict: 'conformant', reason: null, evidence }));
  const stored: unknown[] = [];
  const collector = new ScenarioCollector(new Set(['ABC-01']), null, (one) => {
    stored.push(one);
    return { ...one, exchanges: [] };
  });
  for (const envelope of [...begun, told, ended]) collector.receive(envelope);
  const [outcome] = collector.outcomes;
  assert.deepEqual([outcome?.exchanges, outcome?.evidence?.exchanges], [2, []]);
  assert.deepEqual(stored, [evidence]);
  assert.equal(told.attachment?.body, '');
});

test('a scenario that ended without a verdict is our fault', () => {
  const [outcome] = collected([...begun, attachment('text/plain', 'something else'), ended]);
  assert.equal(outcome?.verdict, 'harness-error');
  assert.equal(outcome.reason, 'the scenario ended without a verdict');
});

test('a scenario that never ended is no outcome', () => {
  assert.deepEqual(collected(begun), []);
});
