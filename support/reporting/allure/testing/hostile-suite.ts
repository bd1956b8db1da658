import { verdictMediaType } from '../../../harness/verdict/verdict-attachment.ts';

/** A feature with a scenario for each way in which one can end. */
export const feature = `Feature: PutBucketEncryption

  @PBE-25
  Rule: An algorithm the store does not offer is refused

    Scenario: conforms
      Given a step that passes
      Then the verdict is conformant

    Scenario: contradicts
      Given a step with a table
        | SSEAlgorithm   | KMS | sample |
        | KMSMasterKeyID |     |        |
      Then the verdict is nonconformant
      And a step that fails

    Scenario: has a long reason
      Then the verdict is nonconformant for a long reason
      And a step that fails

    Scenario: is disturbed
      Then the verdict is inconclusive
      And a step that fails

    Scenario: is our fault
      Then the verdict is harness-error
      And a step that fails

    Scenario: lacks a capability
      Then the verdict is unsupported

    Scenario: was not given what it needs
      Then the verdict is untested

    Scenario: is only observed
      Then the verdict is observed

    Scenario: observes a step that fails
      Then the verdict is observed
      And a step that fails

    Scenario: is our fault and undefined
      Then the verdict is harness-error
      And this step has no definition

    Scenario: ends in an undefined step
      Then the verdict is conformant
      And this step has no definition

    Scenario: ends in an ambiguous step
      Then the verdict is conformant
      And two definitions match

    Scenario: ends in a pending step
      Then the verdict is conformant
      And a step that is pending

    Scenario: fails and is judged conformant
      Then the verdict is conformant
      And a step that fails

    Scenario: ends without a verdict
      Given a step that passes

    Scenario: ends with an unreadable verdict
      Then an unreadable verdict

    @breaks
    Scenario: has a hook that throws
      Then the verdict is conformant

    Scenario: attaches in a step
      Given a step that attaches
      Then the verdict is conformant

    Scenario Outline: <algorithm> is refused
      Then the verdict is conformant

      Examples:
        | algorithm |
        | ROT13     |
        | <b>XOR    |
`;

/** Its steps and hooks, whose store and attachments are hostile. */
export const steps = `
import { After, Given, Then } from '@cucumber/cucumber';

const hostile = '<script>alert(1)</script>\\u001B[2J';
const exchange = {
  request: { startLine: 'PUT /bucket/page.html HTTP/1.1', headers: [], body: '' },
  answer: { startLine: 'HTTP/1.1 400', headers: [['Content-Type', 'text/html']], body: hostile },
  fault: null, canonical: null, stringToSign: null, startedAt: '2026-11-23T08:00:00.000Z', durationMs: 12,
};
Given('a step that passes', () => {});
Given('a step that attaches', function () { this.attach('$ ossutil', { mediaType: 'text/plain', fileName: 'ossutil' }); });
Given('a step with a table', (_table: unknown) => {});
Given('a step that fails', () => { throw new Error('got ' + hostile); });
Given('a step that is pending', () => 'pending');
Given('two definitions match', () => {});
Given(/^two definitions/, () => {});
Then('the verdict is {word}', function (verdict: string) {
  judge(this, verdict, verdict === 'conformant' ? null : 'expected 400, got ' + hostile);
});
function judge(world, verdict, reason) {
  world.attached = JSON.stringify({
    clause: 'PBE-25', level: 'must', title: 'An algorithm the store does not offer is refused',
    says: 'Any value but KMS and AES256 is refused.', source: 'PutBucketEncryption', url: 'https://example.org/pbe',
    verdict, reason, epic: 'Bucket encryption',
    evidence: { feature: 'features/bucket-encryption/put.feature', exchanges: [exchange], stepEnds: [1] },
  });
}
Then('the verdict is nonconformant for a long reason', function () {
  judge(this, 'nonconformant', 'expected 400, got ' + 'x'.repeat(19_000));
});
Then('an unreadable verdict', function () { this.attached = '{"verdict":"fine"}'; });
After({ name: 'evidence' }, function () {
  this.attach(hostile, { mediaType: 'text/html', fileName: 'page.html' });
  this.attach(Buffer.from(hostile), { mediaType: 'image/svg+xml', fileName: 'picture.svg' });
  if (this.attached !== undefined) this.attach(this.attached, { mediaType: '${verdictMediaType}' });
});
After({ tags: '@breaks', name: 'deletes the bucket' }, () => { throw new Error('the ledger is locked'); });
`;
