import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startScriptedServer, type Script } from './loopback/scripted-server.ts';
import { ok, onlyOnce, says, saysAndCloses, trickled } from './loopback/scripts.ts';
import { answerOf, get, patient, senders } from './loopback/senders.ts';

interface AnswerCase {
  readonly title: string;
  readonly method?: string;
  readonly script: Script;
  readonly status?: number;
  readonly body: string;
}

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

for (const [name, send] of Object.entries(senders))
  describe(`sent ${name}, an answer is taken`, { timeout: 60_000 }, () => {
    for (const { title, method = 'GET', script, status = 200, body } of answers)
      test(title, async (t) => {
        const { origin } = await startScriptedServer(t, script);
        const answer = answerOf(await send(t, get(origin, method), patient));
        assert.equal(answer.status, status);
        assert.equal(Buffer.from(answer.body).toString('latin1'), body);
      });

    test('with its headers raw: order, case, repetition and bytes', async (t) => {
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

// The only thing that undici hides: it drops the connection, and with it the bytes after the answer.
describe('of a body that is longer than declared', () => {
  const tooLong = says(`${ok}Content-Length: 3\r\n\r\nabcdef`);

  test('undici takes the declared part', async (t) => {
    const { origin } = await startScriptedServer(t, tooLong);
    const { body } = answerOf(await senders['over undici'](t, get(origin), patient));
    assert.equal(Buffer.from(body).toString('latin1'), 'abc');
  });

  test('the reader of bytes says that it is not HTTP', async (t) => {
    const { origin } = await startScriptedServer(t, tooLong);
    const outcome = await senders['byte for byte'](t, get(origin), patient);
    assert.ok('fault' in outcome);
    assert.match(outcome.fault.message, /its body is longer than its Content-Length/);
  });
});
