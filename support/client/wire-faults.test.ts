import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import type { Answer, FaultKind, FaultPhase } from './exchange.ts';
import type { Limits } from './limits.ts';
import { startScriptedServer, type Script } from './loopback/scripted-server.ts';
import { ok, repeats, says, saysAndCloses } from './loopback/scripts.ts';
import { selfSignedCertificate } from './loopback/self-signed-certificate.ts';
import { assertFault, get, patient, senders, soon } from './loopback/senders.ts';

interface FaultCase {
  readonly title: string;
  readonly script: Script;
  readonly limits?: Partial<Limits>;
  readonly kind: FaultKind;
  readonly phase: FaultPhase;
  /** The body of the partial answer; absent if not even the header was complete. */
  readonly partial?: string | RegExp;
}

const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`;

const faults: readonly FaultCase[] = [
  {
    title: 'a connection that is reset',
    script: (socket) => socket.resetAndDestroy(),
    kind: 'reset',
    phase: 'headers',
  },
  { title: 'a connection that is closed', script: (socket) => socket.end(), kind: 'reset', phase: 'headers' },
  { title: 'half a header, then the end', script: saysAndCloses(`${ok}Content-`), kind: 'reset', phase: 'headers' },
  {
    title: 'half a header, then silence',
    script: says(`${ok}Content-`),
    limits: { answerMs: soon },
    kind: 'timeout',
    phase: 'headers',
  },
  {
    title: 'an answer that never comes',
    script: () => {},
    limits: { answerMs: soon },
    kind: 'timeout',
    phase: 'headers',
  },
  {
    title: 'interim answers without end',
    script: repeats('', 'HTTP/1.1 102 Processing\r\n\r\n', 20),
    limits: { answerMs: soon },
    kind: 'timeout',
    phase: 'headers',
  },
  {
    title: 'a header that is too large',
    script: says(`${ok}X: ${'x'.repeat(5000)}\r\n\r\n`),
    limits: { maxHeaderBytes: 2000 },
    kind: 'too-large',
    phase: 'headers',
  },
  {
    title: 'header lines without end',
    script: repeats(ok, 'X: y\r\n'.repeat(500), 1),
    limits: { maxHeaderBytes: 20_000 },
    kind: 'too-large',
    phase: 'headers',
  },
  { title: 'text', script: says('hello\r\n\r\n'), kind: 'malformed', phase: 'headers' },
  {
    title: 'binary rubbish',
    script: says('\u0015\u0003\u0001\u0000\u0002\u0002\u0016'),
    kind: 'malformed',
    phase: 'headers',
  },
  { title: 'a status line without a status', script: says('HTTP/1.1 OK\r\n\r\n'), kind: 'malformed', phase: 'headers' },
  { title: 'a header line without a name', script: says(`${ok}: x\r\n\r\n`), kind: 'malformed', phase: 'headers' },
  {
    title: 'a Content-Length that is not a number',
    script: says(`${ok}Content-Length: many\r\n\r\n`),
    kind: 'malformed',
    phase: 'headers',
  },
  {
    title: 'two lengths',
    script: says(`${ok}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`),
    kind: 'malformed',
    phase: 'headers',
  },
  {
    title: 'a length and chunks',
    script: says(`${ok}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    kind: 'malformed',
    phase: 'headers',
  },
  {
    title: 'another protocol, unasked',
    script: says('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    kind: 'malformed',
    phase: 'headers',
  },
  {
    title: 'a body that is shorter than declared',
    script: saysAndCloses(`${ok}Content-Length: 9\r\n\r\nabc`),
    kind: 'reset',
    phase: 'body',
    partial: 'abc',
  },
  {
    title: 'a body that stops',
    script: says(`${ok}Content-Length: 9\r\n\r\nabc`),
    limits: { idleMs: soon },
    kind: 'timeout',
    phase: 'body',
    partial: 'abc',
  },
  {
    title: 'a body that trickles',
    script: repeats(`${ok}Content-Length: 9999\r\n\r\n`, 'a', 20),
    limits: { idleMs: soon },
    kind: 'timeout',
    phase: 'body',
    partial: /^a*$/,
  },
  {
    title: 'a body without end',
    script: repeats(`${ok}\r\n`, 'a'.repeat(1000), 1),
    limits: { maxBodyBytes: 2500 },
    kind: 'too-large',
    phase: 'body',
    partial: /^a{2500}$/,
  },
  {
    title: 'a chunked body that is cut',
    script: saysAndCloses(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\nd`),
    kind: 'reset',
    phase: 'body',
    partial: 'abcd',
  },
  {
    title: 'chunks that are mostly extensions, without end',
    script: repeats(`${ok}Transfer-Encoding: chunked\r\n\r\n`, `1;${'e'.repeat(1000)}\r\na\r\n`.repeat(100), 1),
    limits: { idleMs: soon },
    kind: 'timeout',
    phase: 'body',
    partial: /^a+$/,
  },
  {
    title: 'a control character in a header',
    script: says(`${ok}X: a\u0001b\r\n\r\n`),
    kind: 'malformed',
    phase: 'headers',
  },
  {
    title: 'a chunk that is longer than its size',
    script: says(`${chunked}2\r\nabc\r\n0\r\n\r\n`),
    kind: 'malformed',
    phase: 'body',
    partial: 'abcab',
  },
  {
    title: 'a chunk size without end',
    script: says(`${chunked}${'1'.repeat(5000)}`),
    kind: 'malformed',
    phase: 'body',
    partial: 'abc',
  },
  {
    title: 'a chunk without a size',
    script: says(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`),
    kind: 'malformed',
    phase: 'body',
    partial: 'abc',
  },
];

for (const [name, send] of Object.entries(senders))
  describe(`sent ${name}, a fault is named`, { timeout: 60_000 }, () => {
    for (const { title, script, limits, kind, phase, partial } of faults)
      test(`${title}: ${kind} in ${phase}`, async (t) => {
        const { origin } = await startScriptedServer(t, script);
        const outcome = await send(t, get(origin), { ...patient, ...limits });
        assert.ok('fault' in outcome, 'it was taken for an answer');
        assert.deepEqual([outcome.fault.kind, outcome.fault.phase], [kind, phase], outcome.fault.message);
        assert.match(outcome.fault.message, new RegExp(`^[^\\n]*${origin}[^\\n]*\\.$`));
        assertPartial(outcome.partial, partial);
      });

    test('nothing listens: refused in connect', async (t) => {
      const { origin } = await startScriptedServer(t, () => {});
      const closed = origin.replace(/\d+$/, '1');
      await assertFault(send(t, get(closed), patient), 'refused', 'connect');
    });

    test('plain HTTP where TLS was asked for: tls in connect', async (t) => {
      const { origin } = await startScriptedServer(t, saysAndCloses('HTTP/1.1 400 Bad Request\r\n\r\n'), () => true);
      await assertFault(send(t, get(origin.replace('http:', 'https:')), patient), 'tls', 'connect');
    });

    test('an untrusted certificate: tls in connect', async (t) => {
      const server = createTlsServer(selfSignedCertificate(), () => assert.fail('the handshake was completed'));
      server.on('tlsClientError', () => {});
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      t.after(() => server.close());
      // A server that listens on TCP has an address and a port.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      const { port } = server.address() as AddressInfo;
      await assertFault(send(t, get(`https://127.0.0.1:${port}`), patient), 'tls', 'connect');
    });

    test('a TLS handshake that never ends: timeout in connect', async (t) => {
      const { origin } = await startScriptedServer(t, () => {});
      const limits = { ...patient, connectMs: soon };
      await assertFault(send(t, get(origin.replace('http:', 'https:')), limits), 'timeout', 'connect');
    });
  });

function assertPartial(partial: Answer | null, expected: string | RegExp | undefined): void {
  if (expected === undefined) return assert.equal(partial, null);
  const body = Buffer.from(partial?.body ?? []).toString('latin1');
  if (typeof expected === 'string') assert.equal(body, expected);
  else assert.match(body, expected);
}
