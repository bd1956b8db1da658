import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { answer, command, keys, run, storeThatAnswers } from './testing/ossutil-run.ts';

async function said(t: TestContext, bytes: Buffer, method = 'get'): Promise<string> {
  const store = await storeThatAnswers(t, bytes);
  const { stdout } = await run([...command, '--method', method, 'oss://bkt', '-e', store.origin, ...keys]);
  return stdout.replace(/\d+\.\d{6}\(s\)/, 'T(s)');
}
const rule = (inner: string): string =>
  `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${inner}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
const twice = (text: string): string => `GetBucketEncryption error,info:${text}\nError: ${text}\n`;
const aes = rule('<SSEAlgorithm>AES256</SSEAlgorithm>');

describe('what a store answers', () => {
  test('only KMS shows a key and a data cipher', async (t) => {
    assert.equal(await said(t, answer(200, [], aes)), 'SSEAlgorithm:AES256\n\n\n\nT(s) elapsed\n');
    assert.equal(
      await said(
        t,
        answer(200, [], rule('<KMSDataEncryption>SM4</KMSDataEncryption><SSEAlgorithm>KMS</SSEAlgorithm>')),
      ),
      'SSEAlgorithm:KMS\nKMSMasterKeyID:\nKMSDataEncryption:SM4\n\n\n\nT(s) elapsed\n',
    );
  });

  test('may be compressed, because the request allows it', async (t) => {
    assert.match(await said(t, answer(200, ['Content-Encoding: gzip'], gzipSync(aes))), /^SSEAlgorithm:AES256\n/);
  });

  test('may not decompress to more than a rule can be', async (t) => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    assert.equal(await said(t, answer(200, ['Content-Encoding: gzip'], bomb)), 'Error: gzip: invalid header\n');
  });

  test('may be something else than a rule', async (t) => {
    assert.equal(
      await said(t, answer(200, [], '<ListBucketResult/>')),
      twice('expected element type <ServerSideEncryptionRule> but have <ListBucketResult>'),
    );
    assert.match(
      await said(t, answer(200, [], 'not XML')),
      /^GetBucketEncryption error,info:XML syntax error: .*\nError: /,
    );
  });

  test('may be an error without a body, a redirect, or one with its endpoint', async (t) => {
    assert.equal(
      await said(t, answer(403, [])),
      twice('oss: service returned error: StatusCode=403, ErrorCode=, ErrorMessage="", RequestId=ID'),
    );
    assert.equal(await said(t, answer(302, [])), twice('oss: service returned 302,302 Found'));
    assert.equal(
      await said(t, answer(403, [], '<Error><Code>C</Code><Message>M</Message><Endpoint>E</Endpoint></Error>')),
      twice('oss: service returned error: StatusCode=403, ErrorCode=C, ErrorMessage="M", RequestId=ID, Endpoint=E'),
    );
  });

  test('cannot disturb the terminal or forge a line', async (t) => {
    const evil = '<Error><Code>C</Code><Message>a&#10;Error: b\u202E\u009b</Message></Error>';
    assert.equal(
      await said(t, answer(400, [], evil), 'delete'),
      String.raw`Error: oss: service returned error: StatusCode=400, ErrorCode=C, ErrorMessage="a\nError: b\u{202e}\u{9b}", RequestId=ID` +
        '\n',
    );
  });
});
