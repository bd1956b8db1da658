import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';
import { directRoute, StoreAgent, type Route } from './agent.ts';
import type { Limits } from './limits.ts';
import { startForwardProxy } from './loopback/forward-proxy.ts';
import { startScriptedServer } from './loopback/scripted-server.ts';
import { ok, says } from './loopback/scripts.ts';
import { selfSignedCertificate } from './loopback/self-signed-certificate.ts';
import { answerOf, patient } from './loopback/senders.ts';
import type { Proxy } from './proxy.ts';
import { sendAsIs } from './raw-socket.ts';
import type { WireRequest } from './request.ts';
import { sendOver, type Outcome } from './wire.ts';

type Send = (t: TestContext, request: WireRequest, route: Route, limits?: Limits) => Promise<Outcome>;

const senders: Readonly<Record<string, Send>> = {
  'over undici': (t, request, route, limits = patient) => {
    const agent = new StoreAgent(limits, route);
    t.after(() => agent.destroy());
    return sendOver(agent, request, limits);
  },
  'byte for byte': (_t, request, route, limits = patient) => sendAsIs({ ...request, framing: 'as-is' }, limits, route),
};

const done = says(`${ok}Content-Length: 4\r\n\r\ndone`);
const authorization = 'Basic bWU6c2VjcmV0';

function through(origin: string, credentials: string | null = null): Proxy {
  return { origin, authorization: credentials, variable: 'HTTP_PROXY' };
}

function put(origin: string, path: string, body: Uint8Array): WireRequest {
  const headers = [
    ['Host', new URL(origin).host],
    ['Content-Length', String(body.byteLength)],
  ] as const;
  return { origin, method: 'PUT', path, headers, body };
}

/** A TLS server whose certificate Node does not trust. */
async function startTlsServer(t: TestContext, name = 'store.invalid'): Promise<{ origin: string; cert: string }> {
  const { key, cert } = selfSignedCertificate(name);
  const server = createTlsServer({ key, cert }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(`${ok}Content-Length: 4\r\n\r\ndone`));
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { origin: `https://127.0.0.1:${portOf(server)}`, cert };
}

function portOf(server: ReturnType<typeof createServer>): number {
  // A TCP server that listens has an address and a port.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return (server.address() as AddressInfo).port;
}

for (const [how, send] of Object.entries(senders))
  describe(`${how}, a request`, { timeout: 60_000 }, () => {
    test('reaches a store behind a forward proxy as it was written', async (t) => {
      const store = await startScriptedServer(t, done);
      const proxy = await startForwardProxy(t, store.origin, authorization);
      const request = put('http://store.invalid:9000', '/b/..//%2f?encryption', Buffer.from('rule'));
      const outcome = await send(t, request, { ...directRoute, proxy: through(proxy.origin, authorization) });
      assert.equal(Buffer.from(answerOf(outcome).body).toString(), 'done');
      assert.deepEqual(proxy.requests, ['PUT http://store.invalid:9000/b/..//%2f?encryption']);
      const received = store.received[0]?.toString() ?? '';
      assert.match(received, /^PUT \/b\/\.\.\/\/%2f\?encryption HTTP\/1\.1\r\nhost: store\.invalid:9000\r\n/iu);
      assert.match(received, /\r\n\r\nrule$/u);
      assert.doesNotMatch(received, /proxy/iu);
    });

    test('reaches an HTTPS store through a tunnel, with a certificate that the route trusts', async (t) => {
      const store = await startTlsServer(t);
      const proxy = await startForwardProxy(t, store.origin);
      const request = put('https://store.invalid', '/b/', Buffer.from('rule'));
      const outcome = await send(t, request, { proxy: through(proxy.origin), ca: store.cert });
      assert.equal(answerOf(outcome).status, 200);
      assert.deepEqual(proxy.requests, ['CONNECT store.invalid:443']);
      const distrusted = await send(t, request, { proxy: through(proxy.origin), ca: null });
      assert.ok('fault' in distrusted);
      assert.equal(distrusted.fault.kind, 'tls');
    });

    test('to a bucket name with a dot, for which no store has a certificate, checks that of the endpoint', async (t) => {
      const store = await startTlsServer(t);
      const proxy = await startForwardProxy(t, store.origin);
      const route = { proxy: through(proxy.origin), ca: store.cert };
      const answeredAs = (host: string): Promise<Outcome> =>
        send(
          t,
          { origin: 'https://store.invalid', method: 'GET', path: '/', headers: [['Host', host]], body: null },
          route,
        );
      assert.equal(answerOf(await answeredAs('with.dot.store.invalid')).status, 200);
      const outcome = await answeredAs('bucket.store.invalid');
      assert.ok('fault' in outcome);
      assert.equal(outcome.fault.kind, 'tls');
    });

    test('through a proxy that speaks TLS checks the certificate of the proxy', async (t) => {
      const proxy = await startTlsServer(t, 'localhost');
      const { port } = new URL(proxy.origin);
      const route = { proxy: through(`https://localhost:${port}`), ca: proxy.cert };
      const request = put('http://store.invalid', '/b/', Buffer.from('rule'));
      assert.equal(answerOf(await send(t, request, route)).status, 200);
    });

    test('that a proxy does not let through fails with what the proxy said', async (t) => {
      const proxy = await startForwardProxy(t, 'http://127.0.0.1:1', authorization);
      const request = put('https://store.invalid', '/b/', Buffer.from('rule'));
      const outcome = await send(t, request, { ...directRoute, proxy: through(proxy.origin) });
      assert.ok('fault' in outcome);
      assert.deepEqual([outcome.fault.kind, outcome.fault.phase], ['refused', 'connect']);
      assert.match(outcome.fault.message, /\(the proxy answered CONNECT with 407\)\.$/u);
    });

    test('reaches a store over IPv6', async (t) => {
      const server = createServer((socket) => socket.once('data', () => socket.end(`${ok}Content-Length: 0\r\n\r\n`)));
      server.listen(0, '::1');
      await once(server, 'listening');
      t.after(() => server.close());
      const request = put(`http://[::1]:${portOf(server)}`, '/b/', Buffer.from('rule'));
      assert.equal(answerOf(await send(t, request, directRoute)).status, 200);
    });

    test('may take longer to upload than the store has to answer', async (t) => {
      const size = 64 * 1024 * 1024;
      const uploadMs = 3_000;
      const began = performance.now();
      const server = createServer((socket) => {
        let received = 0;
        socket.on('error', () => socket.destroy());
        socket.on('data', async (chunk: Buffer) => {
          received += chunk.length;
          if (received > size) {
            socket.end(`${ok}Content-Length: 0\r\n\r\n`);
            return;
          }
          // A busy machine that is behind this schedule is not slowed further.
          const early = began + (received / size) * uploadMs - performance.now();
          if (early <= 0) return;
          socket.pause();
          await pause(early);
          socket.resume();
        });
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      t.after(() => server.close());
      // The system buffers some megabytes; sending those counts as time to answer.
      const limits = { ...patient, answerMs: 2_000, idleMs: 2_000 };
      const request = put(`http://127.0.0.1:${portOf(server)}`, '/b/k', Buffer.alloc(size));
      assert.equal(answerOf(await send(t, request, directRoute, limits)).status, 200);
      assert.ok(performance.now() - began > limits.answerMs, 'the upload was too quick to show anything');
    });

    test('may be answered before its body is sent', async (t) => {
      const server = createServer((socket) => {
        socket.on('error', () => socket.destroy());
        socket.once('data', () => socket.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno'));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      t.after(() => server.close());
      const request = put(`http://127.0.0.1:${portOf(server)}`, '/b/k', Buffer.alloc(16 * 1024 * 1024));
      for (let round = 0; round < 3; round += 1)
        assert.equal(answerOf(await send(t, request, directRoute)).status, 403);
    });

    test('whose body the store stops reading times out', async (t) => {
      const server = createServer((socket) => socket.on('error', () => socket.destroy()).pause());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      t.after(() => server.close());
      const request = put(`http://127.0.0.1:${portOf(server)}`, '/b/k', Buffer.alloc(32 * 1024 * 1024));
      const outcome = await send(t, request, directRoute, { ...patient, idleMs: 300 });
      assert.ok('fault' in outcome);
      assert.deepEqual([outcome.fault.kind, outcome.fault.phase], ['timeout', 'headers']);
      assert.match(outcome.fault.message, /stopped reading the request for 300 ms\.$/u);
    });
  });
