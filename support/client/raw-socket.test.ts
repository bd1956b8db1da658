import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { startScriptedServer } from './loopback/scripted-server.ts';
import { ok, repeats, says, saysAndCloses, trickled } from './loopback/scripts.ts';
import { answerOf, assertFault, get, patient, soon } from './loopback/senders.ts';
import { sendAsIs } from './raw-socket.ts';
import type { WireRequest } from './request.ts';

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

/** Its first line has that length. */
function lastChunk(length: number): string {
  return `0;${'e'.repeat(length - 2)}\r\n\r\n`;
}

describe('byte for byte, a wire', { timeout: 60_000 }, () => {
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
    ['spaces and UTF-8 in the path', { path: '/a b/é' }, 'PUT /a b/\xc3\xa9 HTTP/1.1\r\n\r\n'],
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

  test('counts interim answers among the header bytes', async (t) => {
    const { origin } = await startScriptedServer(t, repeats('', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(10), 1));
    const limits = { ...patient, maxHeaderBytes: 2000 };
    await assertFault(sendAsIs({ ...get(origin), framing: 'as-is' }, limits), 'too-large', 'headers');
  });

  test('knows no transfer coding but chunked', async (t) => {
    const { origin } = await startScriptedServer(t, saysAndCloses(`${ok}Transfer-Encoding: gzip\r\n\r\nabc`));
    await assertFault(sendAsIs({ ...get(origin), framing: 'as-is' }, patient), 'malformed', 'headers');
  });

  test('does not wait for trailers without end', async (t) => {
    const { origin } = await startScriptedServer(
      t,
      repeats(`${ok}Transfer-Encoding: chunked\r\n\r\n0\r\n`, `X: ${'y'.repeat(1000)}\r\n`.repeat(100), 1),
    );
    const outcome = await sendAsIs({ ...get(origin), framing: 'as-is' }, { ...patient, idleMs: soon });
    assert.ok('fault' in outcome);
    assert.deepEqual([outcome.fault.kind, outcome.fault.phase], ['timeout', 'body']);
  });

  test('refuses a line that is too long, however its bytes arrive', async (t) => {
    for (const script of [says, trickled]) {
      const { origin } = await startScriptedServer(t, (socket, request) => {
        const isLong = request.toString('latin1').includes('?long');
        script(`${ok}Transfer-Encoding: chunked\r\n\r\n${lastChunk(isLong ? 4097 : 4096)}`)(socket, request);
      });
      const asked: WireRequest = { ...get(origin), framing: 'as-is' };
      assert.equal(answerOf(await sendAsIs(asked, patient)).status, 200);
      const outcome = await sendAsIs({ ...asked, path: '/?long' }, patient);
      assert.equal('fault' in outcome && outcome.fault.kind, 'malformed');
    }
  });

  test('sends the last ten bytes on their own', async (t) => {
    const pieces: string[] = [];
    const { origin } = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`), (bytes) => {
      pieces.push(bytes.toString('latin1'));
      return endsIn('0123456789')(bytes);
    });
    const request: WireRequest = { ...get(origin, 'PUT'), body: Buffer.from('body 0123456789'), framing: 'late-end' };
    answerOf(await sendAsIs(request, patient));
    assert.match(pieces[0] ?? '', /body $/u);
    assert.equal(pieces.length, 2);
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
