import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { isAnswerOf } from './sub-resource.ts';

const { subResources } = await loadCatalogue();
const encryption = subResources.find(({ name }) => name === 'encryption');

const rule =
  '<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>';
const error = (code: string): string => `<Error><Code>${code}</Code><Message>m</Message></Error>`;

const answers: readonly (readonly [what: string, status: number, body: string, isOne: boolean])[] = [
  ['a rule', 200, `<ServerSideEncryptionRule>${rule}</ServerSideEncryptionRule>`, true],
  ["a rule in S3's shape", 200, '<C xmlns="urn:s3"><Rule><A><SSEAlgorithm>AES256</SSEAlgorithm></A></Rule></C>', true],
  ['no rule', 404, error('NoSuchServerSideEncryptionRule'), true],
  ['no rule, with another status', 500, error('NoSuchServerSideEncryptionRule'), true],
  ['an error about encryption', 400, error('InvalidEncryptionRequest'), true],
  ['an empty rule document', 200, '<ServerSideEncryptionRule/>', true],
  ['the refusal in JSON', 404, '{"Code":"NoSuchServerSideEncryptionRule"}', true],
  ['a failure that quotes the word', 500, 'ServerSideEncryption is not implemented', false],
  ['a list of objects', 200, '<ListBucketResult/>', false],
  ['a missing bucket', 404, error('NoSuchBucket'), false],
  ['not implemented', 501, error('NotImplemented'), false],
  ['an empty success', 200, '', false],
];
for (const [what, status, body, isOne] of answers)
  test(`${what} is ${isOne ? 'an' : 'no'} answer of the encryption sub-resource`, () => {
    assert.ok(encryption);
    assert.equal(isAnswerOf(encryption, { status, headers: [], body: new TextEncoder().encode(body) }), isOne);
  });
