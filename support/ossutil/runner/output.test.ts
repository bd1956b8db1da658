import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedRule } from './output.ts';
import { wordsOf } from './program-run.ts';

const rule = { SSEAlgorithm: 'KMS', KMSMasterKeyID: null, KMSDataEncryption: 'SM4' };

test('the rule that a program printed is read from its lines, or from the XML of the store', () => {
  const lines = 'SSEAlgorithm:KMS\nKMSMasterKeyID:\nKMSDataEncryption:SM4\n\n\n\n0.1(s) elapsed\n';
  const xml =
    '<?xml version="1.0"?>\n<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>KMS</SSEAlgorithm><KMSDataEncryption>SM4</KMSDataEncryption></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>\n0.1(s) elapsed\n';
  assert.deepEqual(printedRule(lines), { kind: 'rule', rule });
  assert.deepEqual(printedRule(xml), { kind: 'rule', rule });
});

test('what a program printed may be no rule, or hold values with colons', () => {
  assert.equal(printedRule('0.1(s) elapsed\n').kind, 'unreadable');
  const read = printedRule('SSEAlgorithm:KMS\nKMSMasterKeyID:acs:kms:key\n');
  assert.equal(read.kind === 'rule' && read.rule.KMSMasterKeyID, 'acs:kms:key');
});

test('a command line is words, and text in single quotes is one', () => {
  assert.deepEqual(wordsOf(" a  '' 'b c' {\"d\":1} "), ['a', '', 'b c', '{"d":1}']);
});
