import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import type { Agent } from 'undici';
import type { Answer, FaultKind, FaultPhase } from './exchange.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { sendAsIs } from './raw-socket.ts';
import type { WireRequest } from './request.ts';
import { startScriptedServer, type Script } from './scripted-server.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';
import { createAgent, sendOver, UnsendableRequest, type Outcome } from './wire.ts';

/** Deadlines that pass only where a test waits for them: long ones elsewhere, however busy the machine is. */
const patient: Limits = { ...defaultLimits, connectMs: 20_000, headersMs: 20_000, bodyMs: 20_000 };

function get(origin: string, method = 'GET'): WireRequest {
  return { origin, method, path: '/b/?encryption', headers: [['Host', 'store.test']], body: null };
}

function agentOf(t: TestContext, limits: Limits = patient): Agent {
  const agent = createAgent(limits);
  t.after(() => agent.destroy());
  return agent;
}

/** Both ways to send must judge a store alike. */
const senders: Readonly<Record<string, (t: TestContext, request: WireRequest, limits: Limits) => Promise<Outcome>>> = {
  'over undici': (t, request, limits) => sendOver(agentOf(t, limits), request, limits),
  'byte for byte': (_t, request, limits) => sendAsIs({ ...request, framing: 'as-is' }, limits),
};

function says(text: string): Script {
  return (socket) => socket.write(text, 'latin1');
}

function saysAndCloses(text: string): Script {
  return (socket) => socket.end(text, 'latin1');
}

function repeats(first: string, text: string, everyMs: number): Script {
  return (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(text), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

function answerOf(outcome: Outcome): Answer {
  assert.ok('answer' in outcome, 'fault' in outcome ? outcome.fault.message : '');
  return outcome.answer;
}

interface AnswerCase {
  readonly title: string;
  readonly method?: string;
  readonly script: Script;
  readonly status?: number;
  readonly body: string;
}

const ok = 'HTTP/1.1 200 OK\r\n';

const answers: readonly AnswerCase[] = [
  { title: 'a body of the declared length', script: says(`${ok}Content-Length: 3\r\n\r\nabc`), body: 'abc' },
  {
    title: 'a chunked body',
    script: says(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n`),
    body: 'abc',
  },
  {
    title: 'a chunked body with extensions and trailers',
    script: says(`${ok}Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n`),
    body: 'abc',
  },
  {
    title: 'a body until the connection closes',
    script: saysAndCloses(`${ok}Connection: close\r\n\r\nabc`),
    body: 'abc',
  },
  { title: 'no body', script: says(`${ok}Content-Length: 0\r\n\r\n`), body: '' },
  {
    title: 'a HEAD answer, which declares a length and has no body',
    method: 'HEAD',
    script: says(`${ok}Content-Length: 5\r\n\r\n`),
    body: '',
  },
  { title: '204', script: says('HTTP/1.1 204 No Content\r\n\r\n'), status: 204, body: '' },
  {
    title: '204 with Content-Length: 0 (DBE-02)',
    script: says('HTTP/1.1 204 OK\r\nContent-Length: 0\r\n\r\n'),
    status: 204,
    body: '',
  },
  {
    title: '204 that declares a length',
    script: says('HTTP/1.1 204 OK\r\nContent-Length: 3\r\n\r\n'),
    status: 204,
    body: '',
  },
  {
    title: '304 that declares a length',
    script: says('HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n'),
    status: 304,
    body: '',
  },
  {
    title: 'a body that is longer than declared, cut',
    script: says(`${ok}Content-Length: 3\r\n\r\nabcdef`),
    body: 'abc',
  },
  {
    title: 'a redirect, not followed',
    script: says('HTTP/1.1 307 x\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
    status: 307,
    body: '',
  },
  {
    title: 'early hints before the answer',
    script: says(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}Content-Length: 3\r\n\r\nabc`),
    body: 'abc',
  },
  { title: 'an answer of HTTP/1.0', script: saysAndCloses('HTTP/1.0 200 OK\r\n\r\nabc'), body: 'abc' },
  {
    title: 'a reason phrase that is empty',
    script: says('HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\nabc'),
    body: 'abc',
  },
  {
    title: 'single bytes, one after the other',
    script: trickled(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`),
    body: 'abc',
  },
];

function onlyOnce(script: Script): Script {
  let played = false;
  return (socket, request) => {
    if (!played) script(socket, request);
    played = true;
  };
}

function trickled(text: string): Script {
  return (socket) => {
    const write = (index: number): void => {
      if (index < text.length) socket.write(text.charAt(index), () => setImmediate(write, index + 1));
    };
    socket.setNoDelay(true);
    write(0);
  };
}

interface FaultCase {
  readonly title: string;
  readonly script: Script;
  readonly limits?: Partial<Limits>;
  readonly kind: FaultKind;
  readonly phase: FaultPhase;
  /** The body of the partial answer; absent where not even the header was whole. */
  readonly partial?: string | RegExp;
}

const soon = 150;

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
    limits: { headersMs: soon },
    kind: 'timeout',
    phase: 'headers',
  },
  {
    title: 'an answer that never comes',
    script: () => {},
    limits: { headersMs: soon },
    kind: 'timeout',
    phase: 'headers',
  },
  {
    title: 'interim answers without end',
    script: repeats('', 'HTTP/1.1 102 Processing\r\n\r\n', 20),
    limits: { headersMs: soon },
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
    limits: { bodyMs: soon },
    kind: 'timeout',
    phase: 'body',
    partial: 'abc',
  },
  {
    title: 'a body that trickles',
    script: repeats(`${ok}Content-Length: 9999\r\n\r\n`, 'a', 20),
    limits: { bodyMs: soon },
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
    title: 'a chunk without a size',
    script: says(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`),
    kind: 'malformed',
    phase: 'body',
    partial: 'abc',
  },
];

for (const [name, send] of Object.entries(senders)) {
  describe(`sent ${name}, an answer is taken`, () => {
    for (const { title, method = 'GET', script, status = 200, body } of answers)
      test(title, async (t) => {
        const { origin } = await startScriptedServer(t, script);
        const answer = answerOf(await send(t, get(origin, method), patient));
        assert.equal(answer.status, status);
        assert.equal(Buffer.from(answer.body).toString('latin1'), body);
      });

    test('with its headers raw: order, letter case, repetition and bytes', async (t) => {
      const { origin } = await startScriptedServer(
        t,
        says(`${ok}x-B: 2\r\nX-a:  1 \r\nx-b: \xe9\r\nContent-Length: 0\r\n\r\n`),
      );
      const { headers } = answerOf(await send(t, get(origin), patient));
      assert.deepEqual(headers, [
        ['x-B', '2'],
        ['X-a', '1'],
        ['x-b', '\xe9'],
        ['Content-Length', '0'],
      ]);
    });

    test('while a large body is still being sent', async (t) => {
      const early = saysAndCloses('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc');
      const server = await startScriptedServer(t, onlyOnce(early), (bytes) => bytes.includes('\r\n\r\n'));
      const body = Buffer.alloc(4_000_000);
      const headers = [['Content-Length', String(body.length)]] as const;
      const answer = answerOf(await send(t, { ...get(server.origin, 'PUT'), headers, body }, patient));
      assert.equal(answer.status, 400);
    });

    test('with its body raw, compressed or not', async (t) => {
      const body = gzipSync('text');
      const head = `${ok}Content-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
      const { origin } = await startScriptedServer(t, (socket) =>
        socket.write(Buffer.concat([Buffer.from(head), body])),
      );
      assert.deepEqual(Buffer.from(answerOf(await send(t, get(origin), patient)).body), body);
    });
  });

  describe(`sent ${name}, a fault is named`, () => {
    for (const { title, script, limits, kind, phase, partial } of faults)
      test(`${title}: ${kind} in ${phase}`, async (t) => {
        const { origin } = await startScriptedServer(t, script);
        const outcome = await send(t, get(origin), { ...patient, ...limits });
        assert.ok('fault' in outcome, 'it was taken for an answer');
        assert.deepEqual([outcome.fault.kind, outcome.fault.phase], [kind, phase], outcome.fault.message);
        assert.match(outcome.fault.message, new RegExp(`^[^\\n]*${origin}[^\\n]*\\.$`));
        assertPartial(outcome.partial, partial);
      });

    test('nobody listens: refused in connect', async (t) => {
      const { origin } = await startScriptedServer(t, () => {});
      const closed = origin.replace(/\d+$/, '1');
      await assertFault(send(t, get(closed), patient), 'refused', 'connect');
    });

    test('plain HTTP where TLS was asked for: tls in connect', async (t) => {
      const { origin } = await startScriptedServer(t, saysAndCloses('HTTP/1.1 400 Bad Request\r\n\r\n'), () => true);
      await assertFault(send(t, get(origin.replace('http:', 'https:')), patient), 'tls', 'connect');
    });

    test('a certificate that nobody vouches for: tls in connect', async (t) => {
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
}

async function assertFault(outcome: Promise<Outcome>, kind: FaultKind, phase: FaultPhase): Promise<void> {
  const result = await outcome;
  assert.ok('fault' in result, 'it was taken for an answer');
  assert.deepEqual([result.fault.kind, result.fault.phase], [kind, phase], result.fault.message);
  assert.equal(result.partial, null);
}

function assertPartial(partial: Answer | null, expected: string | RegExp | undefined): void {
  if (expected === undefined) return assert.equal(partial, null);
  const body = Buffer.from(partial?.body ?? []).toString('latin1');
  if (typeof expected === 'string') assert.equal(body, expected);
  else assert.match(body, expected);
}

describe('only undici', () => {
  test('takes an unasked 100 for a fault of HTTP', async (t) => {
    const { origin } = await startScriptedServer(
      t,
      says(`HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 0\r\n\r\n`),
    );
    await assertFault(sendOver(agentOf(t), get(origin), patient), 'malformed', 'headers');
  });

  test('keeps connections for the requests that follow', async (t) => {
    const server = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const agent = agentOf(t);
    for (let round = 0; round < 20; round += 1) answerOf(await sendOver(agent, get(server.origin), patient));
    assert.ok(server.received.length < 5, `${server.received.length} connections`);
  });

  test('is not led astray by what followed the answer before', async (t) => {
    const server = await startScriptedServer(
      t,
      says(`${ok}Content-Length: 3\r\n\r\nabc${ok}Content-Length: 4\r\n\r\nevil`),
    );
    const agent = agentOf(t);
    for (let round = 0; round < 3; round += 1)
      assert.equal(Buffer.from(answerOf(await sendOver(agent, get(server.origin), patient)).body).toString(), 'abc');
  });

  test('writes the path as it is, and header names and values in their order', async (t) => {
    const server = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const request: WireRequest = {
      origin: server.origin,
      method: 'PUT',
      path: '/b/a/../%2E%2e//c%2F?x=%20&y',
      headers: [
        ['Host', 'b.store.test'],
        ['x-B', '2'],
        ['X-a', '\xe9'],
        ['x-b', '3'],
      ],
      body: Buffer.from('abc'),
    };
    answerOf(await sendOver(agentOf(t), request, patient));
    const [received = Buffer.alloc(0)] = server.received;
    assert.equal(
      received.toString('latin1'),
      'PUT /b/a/../%2E%2e//c%2F?x=%20&y HTTP/1.1\r\nhost: b.store.test\r\nconnection: keep-alive\r\n' +
        'x-B: 2\r\nX-a: \xe9\r\nx-b: 3\r\ncontent-length: 3\r\n\r\nabc',
    );
  });

  const unsendable: readonly (readonly [title: string, parts: Partial<WireRequest>])[] = [
    ['a blank in the path', { path: '/a b' }],
    ['Expect', { headers: [['Expect', '100-continue']] }],
    ['a length that lies', { headers: [['Content-Length', '5']], body: Buffer.from('abc') }],
    [
      'two lengths',
      {
        headers: [
          ['Content-Length', '3'],
          ['Content-Length', '3'],
        ],
        body: Buffer.from('abc'),
      },
    ],
    ['a line feed in a header', { headers: [['Authorization', 'OSS ak:secret\nx: y']] }],
  ];
  for (const [title, parts] of unsendable)
    test(`refuses to send ${title}, and says what to do`, async (t) => {
      const { origin } = await startScriptedServer(t, says(`${ok}\r\n`));
      await assert.rejects(sendOver(agentOf(t), { ...get(origin), ...parts }, patient), (error) => {
        assert.ok(error instanceof UnsendableRequest);
        assert.match(error.message, /^GET cannot be sent through undici \([^()]+\); send it with framing 'as-is'\.$/);
        return true;
      });
    });

  test('hands every request to the dispatcher that stands between', async (t) => {
    const { origin } = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const seen: string[] = [];
    const between = agentOf(t).compose((dispatch) => (options, handler) => {
      seen.push(options.path);
      return dispatch(options, handler);
    });
    answerOf(await sendOver(between, get(origin), patient));
    assert.deepEqual(seen, ['/b/?encryption']);
  });
});

async function sent(
  t: TestContext,
  parts: Partial<WireRequest>,
  isRequest: (bytes: Buffer) => boolean,
): Promise<string> {
  const server = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`), isRequest);
  const request: WireRequest = {
    origin: server.origin,
    method: 'PUT',
    path: '/',
    headers: [],
    body: null,
    framing: 'as-is',
    ...parts,
  };
  answerOf(await sendAsIs(request, patient));
  return server.received[0]?.toString('latin1') ?? '';
}
function endsIn(end: string): (bytes: Buffer) => boolean {
  return (bytes) => bytes.toString('latin1').endsWith(end);
}

describe('only byte for byte', () => {
  const table: readonly (readonly [title: string, parts: Partial<WireRequest>, bytes: string])[] = [
    ['a body without a length (ENV-14)', { body: Buffer.from('abc') }, 'PUT / HTTP/1.1\r\n\r\nabc'],
    [
      'a length that lies',
      { headers: [['Content-Length', '2']], body: Buffer.from('abc') },
      'PUT / HTTP/1.1\r\nContent-Length: 2\r\n\r\nabc',
    ],
    [
      'two lengths',
      {
        headers: [
          ['Content-Length', '3'],
          ['content-length', '4'],
        ],
        body: Buffer.from('abc'),
      },
      'PUT / HTTP/1.1\r\nContent-Length: 3\r\ncontent-length: 4\r\n\r\nabc',
    ],
    ['Expect', { headers: [['Expect', '100-continue']] }, 'PUT / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n'],
    ['TRACE', { method: 'TRACE' }, 'TRACE / HTTP/1.1\r\n\r\n'],
    ['blanks and UTF-8 in the path', { path: '/a b/é' }, 'PUT /a b/\xc3\xa9 HTTP/1.1\r\n\r\n'],
    [
      'control characters in a header',
      { headers: [['x\u0000', '\u0001\xff']] },
      'PUT / HTTP/1.1\r\nx\u0000: \u0001\xff\r\n\r\n',
    ],
  ];
  for (const [title, parts, bytes] of table)
    test(`sends ${title}`, async (t) => assert.equal(await sent(t, parts, endsIn(bytes)), bytes));

  test('takes an answer that comes after 100 Continue', async (t) => {
    const { origin } = await startScriptedServer(
      t,
      says(`HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 3\r\n\r\nabc`),
    );
    const answer = answerOf(await sendAsIs({ ...get(origin), framing: 'as-is' }, patient));
    assert.equal(Buffer.from(answer.body).toString(), 'abc');
  });

  test('closes the sending side after a body that is cut short (ENV-15)', async (t) => {
    const { origin } = await startScriptedServer(
      t,
      (socket: Socket) => {
        socket.once('end', () => socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n`));
      },
      endsIn('abc'),
    );
    const request: WireRequest = {
      ...get(origin, 'PUT'),
      headers: [['Content-Length', '9']],
      body: Buffer.from('abc'),
    };
    assert.equal(answerOf(await sendAsIs({ ...request, framing: 'cut-short' }, patient)).status, 400);
  });
});
