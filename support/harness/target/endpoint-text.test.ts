import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endpointProblem } from './endpoint-text.ts';

describe('the text of an endpoint', () => {
  for (const good of [
    'http://127.0.0.1:9000',
    'https://oss-cn-hangzhou.aliyuncs.com/',
    'HTTP://Store',
    'http://[::1]:80',
    'https://s3.oss-cn-hangzhou.aliyuncs.com',
    'https://oss-cn-hangzhou-internal.aliyuncs.com',
    'http://photos.oss.example.com',
  ])
    test(`may be ${good}`, () => assert.equal(endpointProblem(good), null));

  const problems: readonly [endpoint: string, problem: string][] = [
    ['127.0.0.1:9000', 'has no scheme; write http://HOST:PORT or https://HOST'],
    ['localhost:9000', 'has no scheme; write http://HOST:PORT or https://HOST'],
    ['http:/localhost', 'has no scheme; write http://HOST:PORT or https://HOST'],
    ['ftp://store', 'has a scheme that is neither http nor https'],
    ['http://me:hunter2@store', 'holds a user name or password; keys belong to the principals'],
    ['http://me:hun@ter2@', 'holds a user name or password; keys belong to the principals'],
    ['http://store/bucket', 'must be scheme, host and port alone, without path, query or fragment'],
    ['http://store?a', 'must be scheme, host and port alone, without path, query or fragment'],
    ['http://store/#', 'must be scheme, host and port alone, without path, query or fragment'],
    ['http://', 'must be scheme, host and port alone, without path, query or fragment'],
    [
      'https://photos.oss-cn-hangzhou.aliyuncs.com',
      'begins with the name of a bucket; give https://oss-cn-hangzhou.aliyuncs.com',
    ],
    [
      'http://Photos.oss-cn-beijing-internal.aliyuncs.com:8080/',
      'begins with the name of a bucket; give http://oss-cn-beijing-internal.aliyuncs.com:8080',
    ],
    ['http://a:99999', 'is not a URL like http://127.0.0.1:9000 or https://oss-cn-hangzhou.aliyuncs.com'],
    ['http://a b', 'is not a URL like http://127.0.0.1:9000 or https://oss-cn-hangzhou.aliyuncs.com'],
  ];
  for (const [endpoint, problem] of problems)
    test(`"${endpoint}" ${problem}`, () => assert.equal(endpointProblem(endpoint), problem));
});
