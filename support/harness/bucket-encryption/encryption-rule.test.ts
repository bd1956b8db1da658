import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import { describeReading, readRule, ruleXml } from './encryption-rule.ts';

function answer(status: number, body: string): Answer {
  return { status, headers: [], body: new TextEncoder().encode(body) };
}

const aes = '<SSEAlgorithm>AES256</SSEAlgorithm>';
const nested = (inner: string): string =>
  `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${inner}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
const error = (code: string): string => `<Error><Code>${code}</Code><Message>m</Message></Error>`;

const readings: readonly (readonly [what: string, status: number, body: string, reading: string])[] = [
  ['the documented shape', 200, nested(aes), 'the rule AES256'],
  ['a flat shape', 200, `<ServerSideEncryptionRule>${aes}</ServerSideEncryptionRule>`, 'the rule AES256'],
  ['the S3 shape', 200, `<C xmlns="urn:s3"><Rule><A>${aes}</A></Rule></C>`, 'the rule AES256'],
  ['another 2xx status', 204, nested(aes), 'the rule AES256'],
  [
    'a key',
    200,
    nested('<SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>'),
    'the rule KMS with the key k',
  ],
  ['an empty key, which is no key', 200, nested(`${aes}<KMSMasterKeyID></KMSMasterKeyID>`), 'the rule AES256'],
  ['an empty algorithm', 200, nested('<SSEAlgorithm/>'), 'the rule no algorithm'],
  ['the documented refusal', 404, error('NoSuchServerSideEncryptionRule'), 'no rule'],
  ['the refusal with another status', 400, error('NoSuchServerSideEncryptionRule'), 'no rule'],
  ["S3's refusal", 404, error('ServerSideEncryptionConfigurationNotFoundError'), 'no rule'],
  ['another refusal', 404, error('NoSuchBucket'), '404 NoSuchBucket'],
  ['a list of objects', 200, '<ListBucketResult/>', '200 ListBucketResult'],
  ['nothing', 200, '', '200'],
];

for (const [what, status, body, reading] of readings)
  test(`${what} reads as ${reading}`, () => {
    assert.equal(describeReading(readRule(answer(status, body))), reading);
  });

test('a body that is not XML is unreadable and shows its first bytes', () => {
  const reading = readRule(answer(200, '<html><br>'));
  assert.equal(reading.kind, 'unreadable');
  assert.match(describeReading(reading), /not XML .*<html><br>/u);
});

test('a written rule reads back, whatever its values hold', () => {
  const body = ruleXml([
    ['SSEAlgorithm', 'KMS'],
    ['KMSMasterKeyID', 'a<b>&"c'],
  ]);
  assert.deepEqual(readRule(answer(200, body)), {
    kind: 'rule',
    rule: { SSEAlgorithm: 'KMS', KMSMasterKeyID: 'a<b>&"c', KMSDataEncryption: null },
  });
});
