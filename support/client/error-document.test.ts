import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readErrorDocument, type ErrorReading } from './error-document.ts';
import type { HeaderPair } from './request.ts';

function read(body: string, headers: readonly HeaderPair[] = []): ErrorReading {
  return readErrorDocument({ status: 403, headers, body: Buffer.from(body) });
}

const denied = `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>Anonymous access is forbidden for this operation.</Message>
  <RequestId>5C1B138A109F4E405B2D8AEF</RequestId>
  <HostId>tb-1.oss-cn-hangzhou.aliyuncs.com</HostId>
  <EC>0003-00001201</EC>
  <RecommendDoc>https://api.aliyun.com/troubleshoot?q=0003-00001201</RecommendDoc>
  <AccessDeniedDetail><AuthAction>oss:GetBucketEncryption</AuthAction></AccessDeniedDetail>
</Error>
`;

describe('an error envelope', () => {
  test('is read with its documented elements and every other one (ENV-04)', () => {
    const reading = read(denied);
    assert.ok('error' in reading);
    const { extra, ...documented } = reading.error;
    assert.deepEqual(documented, {
      code: 'AccessDenied',
      message: 'Anonymous access is forbidden for this operation.',
      requestId: '5C1B138A109F4E405B2D8AEF',
      hostId: 'tb-1.oss-cn-hangzhou.aliyuncs.com',
      ec: '0003-00001201',
      carriedBy: 'body',
    });
    assert.deepEqual(
      extra.map(({ name }) => name),
      ['RecommendDoc', 'AccessDeniedDetail'],
    );
    assert.equal(extra[1]?.children[0]?.text, 'oss:GetBucketEncryption');
  });

  test('may have a namespace (ENV-05)', () => {
    const reading = read('<Error xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com"><Code>NoSuchBucket</Code></Error>');
    assert.ok('error' in reading);
    assert.equal(reading.error.code, 'NoSuchBucket');
  });

  test('needs only its code, and distinguishes absent from empty elements', () => {
    const reading = read('<Error><Code>InternalError</Code><Message/></Error>');
    assert.ok('error' in reading);
    assert.equal(reading.error.message, '');
    assert.equal(reading.error.requestId, null);
    assert.deepEqual(reading.error.extra, []);
  });

  test('is base64-encoded in x-oss-err where there is no body (ENV-08)', () => {
    const reading = read('', [['X-Oss-Err', Buffer.from(denied).toString('base64')]]);
    assert.ok('error' in reading);
    assert.equal(reading.error.code, 'AccessDenied');
    assert.equal(reading.error.carriedBy, 'x-oss-err');
  });

  test('in the body wins over the one in the header', () => {
    const inHeader = Buffer.from('<Error><Code>Other</Code></Error>').toString('base64');
    const reading = read(denied, [['x-oss-err', inHeader]]);
    assert.ok('error' in reading);
    assert.equal(reading.error.code, 'AccessDenied');
  });
});

describe('what is no error envelope says why', () => {
  const table: readonly (readonly [title: string, body: string, headers: readonly HeaderPair[], reason: RegExp])[] = [
    ['nothing at all', '', [], /^the answer has neither a body nor an x-oss-err header$/],
    ['HTML', '<html>nope</html>', [], /^the root element of the body is html, not Error$/],
    ['text', 'nope', [], /^the body is not XML \(.*\): nope$/],
    ['another document', '<ListBucketResult/>', [], /is ListBucketResult, not Error$/],
    ['another case', '<error><Code>X</Code></error>', [], /is error, not Error$/],
    ['no code', '<Error><Message>m</Message></Error>', [], /has no Code$/],
    ['an empty code', '<Error><Code/></Error>', [], /has no Code$/],
    ['a header that is not base64', '', [['x-oss-err', '<Error>']], /x-oss-err header is not base64$/],
    ['a header that encodes no XML', '', [['x-oss-err', 'bm9wZQ==']], /^the x-oss-err header is not XML/],
  ];
  for (const [title, body, headers, reason] of table)
    test(title, () => {
      const reading = read(body, headers);
      assert.ok('notAnError' in reading);
      assert.match(reading.notAnError, reason);
    });

  test('in one bounded line, whatever the root is called', () => {
    const reading = read(`<${'é'.repeat(5000)}/>`);
    assert.ok('notAnError' in reading);
    assert.ok(reading.notAnError.length < 200);
  });
});
