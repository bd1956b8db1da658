import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { EndpointError } from './endpoint.ts';
import { forwardedBy, openTunnel, ProxyRefusal, proxyFor, type Proxy } from './proxy.ts';

const environment = { HTTP_PROXY: 'http://plain:3128', HTTPS_PROXY: 'http://me:p%40ss@secure:3129' };

describe('the proxy that the environment names', () => {
  test('depends on the scheme of the endpoint, and keeps its password to itself', () => {
    assert.deepEqual(proxyFor('http://store.test', environment), {
      origin: 'http://plain:3128',
      authorization: null,
      variable: 'HTTP_PROXY',
    });
    assert.deepEqual(proxyFor('https://store.test', environment), {
      origin: 'http://secure:3129',
      authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
      variable: 'HTTPS_PROXY',
    });
  });

  test('may be in lower case, which wins, and without a scheme', () => {
    assert.equal(
      proxyFor('http://store.test', { ...environment, http_proxy: 'other:8080' })?.origin,
      'http://other:8080',
    );
    assert.equal(proxyFor('http://store.test', { HTTP_PROXY: '' }), null);
  });

  test('never leads to this machine', () => {
    for (const host of ['127.0.0.1:9000', '127.8.8.8', 'localhost:9000', 'store.localhost', '[::1]:9000'])
      assert.equal(proxyFor(`http://${host}`, environment), null, host);
  });

  test('that is not an HTTP proxy is refused without its value', () => {
    for (const value of ['socks5://me:secret@proxy', 'http://'])
      assert.throws(
        () => proxyFor('http://store.test', { HTTP_PROXY: value }),
        (error) => error instanceof EndpointError && /^HTTP_PROXY .*HOST:PORT\.$/u.test(error.message),
      );
  });

  test('with a user that is not percent-encoded is refused without its password', () => {
    assert.throws(
      () => proxyFor('http://store.test', { HTTP_PROXY: 'http://me:100%secret@proxy' }),
      new EndpointError('HTTP_PROXY has a user name or password with a bare %; write %25.'),
    );
  });

  const exclusions: readonly (readonly [list: string, endpoint: string, excluded: boolean])[] = [
    ['*', 'http://store.test', true],
    ['store.test', 'http://store.test:9000', true],
    ['other, .store.test', 'http://a.store.test', true],
    ['*.store.test', 'http://a.store.test', true],
    ['store.test:9000', 'http://store.test:9000', true],
    ['store.test:9000', 'http://store.test', false],
    ['ore.test', 'http://store.test', false],
    ['10.1.2.3', 'http://10.1.2.3:9000', true],
    ['10.0.0.0/8', 'http://10.1.2.3', true],
    ['10.0.0.0/8', 'http://11.1.2.3', false],
    ['10.0.0.0/99,fd00::/8', 'http://[fd00::1]:9000', true],
    ['fd00::1', 'http://[fd00::1]:9000', true],
    ['[fd00::1]:9000', 'http://[fd00::1]:9000', true],
  ];
  for (const [list, endpoint, excluded] of exclusions)
    test(`NO_PROXY=${list} ${excluded ? 'excludes' : 'does not exclude'} ${endpoint}`, () => {
      assert.equal(proxyFor(endpoint, { ...environment, NO_PROXY: list }) === null, excluded);
    });
});

describe('a request that a proxy forwards', () => {
  const proxy: Proxy = { origin: 'http://proxy:3128', authorization: 'Basic eA==', variable: 'HTTP_PROXY' };
  const request = { origin: 'http://store.test', method: 'GET', path: '/b/../%2f?x', headers: [], body: null };

  test('has the target byte for byte behind scheme and host, and the credentials of the proxy', () => {
    assert.deepEqual(forwardedBy(proxy, request), {
      ...request,
      origin: 'http://proxy:3128',
      path: 'http://store.test/b/../%2f?x',
      headers: [['Proxy-Authorization', 'Basic eA==']],
    });
  });

  function pathFor(host: string): string {
    return forwardedBy(proxy, { ...request, headers: [['Host', host]] }).path;
  }

  test('keeps the bucket in front of the host, and goes to no other host', () => {
    assert.equal(pathFor('bkt.store.test'), 'http://bkt.store.test/b/../%2f?x');
    assert.equal(pathFor('elsewhere.test'), 'http://store.test/b/../%2f?x');
    assert.equal(pathFor('x/y.store.test'), 'http://store.test/b/../%2f?x');
  });
});

/** Opens a tunnel through a proxy that answers CONNECT with this status. */
async function openAt(status: number): Promise<void> {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(`HTTP/1.1 ${status} Any\r\n\r\n`)).on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const origin = `http://127.0.0.1:${address.port}`;
    const proxy: Proxy = { origin, authorization: null, variable: 'HTTPS_PROXY' };
    (await openTunnel(proxy, 'https://store.test', 5_000)).destroy();
  } finally {
    server.close();
  }
}

describe('a tunnel through a proxy', () => {
  for (const status of [200, 201, 204, 299])
    test(`is open once the proxy has answered ${status}`, () => openAt(status));

  for (const status of [300, 407, 502])
    test(`is refused by ${status}`, () => assert.rejects(openAt(status), new ProxyRefusal(status)));
});
