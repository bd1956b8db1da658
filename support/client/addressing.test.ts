import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, type AddressingStyle } from './addressing.ts';
import { parseEndpoint } from './endpoint.ts';
import type { OssRequest } from './request.ts';

type Asked = Pick<OssRequest, 'bucket' | 'key' | 'query'>;

const table: readonly (readonly [title: string, style: AddressingStyle, asked: Asked, host: string, target: string])[] =
  [
    ['the service, path style', 'path', { query: [] }, 'store.test:9000', '/'],
    ['the service, virtual-hosted style', 'virtual', { query: [] }, 'store.test:9000', '/'],
    ['a bucket, path style', 'path', { bucket: 'b', query: [] }, 'store.test:9000', '/b/'],
    ['a bucket, virtual-hosted style', 'virtual', { bucket: 'b', query: [] }, 'b.store.test:9000', '/'],
    [
      'a sub-resource, path style',
      'path',
      { bucket: 'b', query: [['encryption']] },
      'store.test:9000',
      '/b/?encryption',
    ],
    [
      'a sub-resource, virtual-hosted style',
      'virtual',
      { bucket: 'b', query: [['encryption']] },
      'b.store.test:9000',
      '/?encryption',
    ],
    ['an object, path style', 'path', { bucket: 'b', key: 'k', query: [] }, 'store.test:9000', '/b/k'],
    ['an object, virtual-hosted style', 'virtual', { bucket: 'b', key: 'k', query: [] }, 'b.store.test:9000', '/k'],
    ['an empty value keeps its =', 'path', { query: [['encryption', '']] }, 'store.test:9000', '/?encryption='],
    [
      'parameters keep their order and repetition',
      'path',
      { query: [['b', '1'], ['a'], ['b', '2']] },
      'store.test:9000',
      '/?b=1&a&b=2',
    ],
    [
      'parameters are escaped',
      'path',
      { query: [['a b', 'c&d=e+f/é']] },
      'store.test:9000',
      '/?a%20b=c%26d%3De%2Bf%2F%C3%A9',
    ],
    [
      'dot segments are kept',
      'path',
      { bucket: 'b', key: 'a/../.././c', query: [] },
      'store.test:9000',
      '/b/a/../.././c',
    ],
    ['slashes are kept', 'virtual', { bucket: 'b', key: '/a//b/', query: [] }, 'b.store.test:9000', '//a//b/'],
    [
      'keys are escaped once',
      'path',
      { bucket: 'b', key: "50%/a+b c?d#e%2F'é中", query: [] },
      'store.test:9000',
      '/b/50%25/a%2Bb%20c%3Fd%23e%252F%27%C3%A9%E4%B8%AD',
    ],
    [
      'a bucket cannot break out of its segment',
      'path',
      { bucket: '../a?b', query: [] },
      'store.test:9000',
      '/..%2Fa%3Fb/',
    ],
  ];

for (const [title, style, asked, host, target] of table)
  test(title, () => {
    const endpoint = parseEndpoint('http://store.test:9000');
    assert.deepEqual(address(endpoint, style, asked), { origin: 'http://store.test:9000', host, target });
  });
