import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EndpointError, parseEndpoint } from './endpoint.ts';

const accepted: readonly (readonly [text: string, origin: string, host: string])[] = [
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000', '127.0.0.1:9000'],
  ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000', '127.0.0.1:9000'],
  ['https://oss-cn-hangzhou.aliyuncs.com', 'https://oss-cn-hangzhou.aliyuncs.com', 'oss-cn-hangzhou.aliyuncs.com'],
  ['https://store.test:443', 'https://store.test', 'store.test'],
  ['http://[::1]:9000', 'http://[::1]:9000', '[::1]:9000'],
];

for (const [text, origin, host] of accepted)
  test(`${text} is an endpoint`, () => assert.deepEqual(parseEndpoint(text), { origin, host }));

const refused: readonly (readonly [text: string, message: RegExp])[] = [
  ['', /"" is not a URL like/],
  ['oss-cn-hangzhou.aliyuncs.com', /is not a URL like/],
  ['ftp://store.test', /is not a URL like/],
  ['http://store.test/bucket', /has a path or query; leave only http:\/\/store\.test/],
  ['http://store.test/?a', /has a path or query/],
  ['http://ak:secret@store.test', /^(?!.*secret).*holds a user name or password/],
];

for (const [text, message] of refused)
  test(`${JSON.stringify(text)} is refused in one line`, () =>
    assert.throws(
      () => parseEndpoint(text),
      (error) => {
        assert.ok(error instanceof EndpointError);
        assert.match(error.message, message);
        assert.ok(!error.message.includes('\n'));
        return true;
      },
    ));
