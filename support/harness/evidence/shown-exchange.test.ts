import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import { Redactor } from './redaction.ts';
import { showExchange } from './shown-exchange.ts';

const owner = {
  accessKeyId: 'LTAI5tExampleKeyId',
  accessKeySecret: 'Otxrz+Isf/pFjA7SwPzI',
  securityToken: 'CAIS+gF1q6Ft5/B2y==',
};
const redactor = Redactor.forTarget({ principals: { owner }, sts: null });

function exchange(changes: { readonly answer?: Partial<Answer>; readonly body?: Uint8Array } = {}): Exchange {
  return {
    request: {
      origin: 'http://h',
      method: 'PUT',
      path: '/b/?encryption',
      headers: [['Host', 'h']],
      body: changes.body ?? null,
    },
    signature: null,
    outcome: { answer: { status: 200, headers: [], body: new Uint8Array(), ...changes.answer } },
    startedAt: Date.UTC(2026, 5, 15, 12),
    durationMs: 12.5,
  };
}

function bodyOf(body: Uint8Array | string): string {
  return showExchange(exchange({ body: Buffer.from(body) }), redactor).request.body;
}

function described(body: Uint8Array): string {
  return `${body.length} bytes, SHA-256 ${createHash('sha256').update(body).digest('hex')}`;
}

describe('a shown exchange', () => {
  test('has the start lines, the headers in their order and the bodies', () => {
    const shown = showExchange(
      exchange({
        body: Buffer.from('<a/>'),
        answer: {
          status: 400,
          headers: [
            ['B', '1'],
            ['a', '2'],
          ],
          body: Buffer.from('<b/>'),
        },
      }),
      redactor,
    );
    assert.deepEqual(shown, {
      request: { startLine: 'PUT /b/?encryption HTTP/1.1', headers: [['Host', 'h']], body: '<a/>' },
      answer: {
        startLine: 'HTTP/1.1 400',
        headers: [
          ['B', '1'],
          ['a', '2'],
        ],
        body: '<b/>',
      },
      fault: null,
      canonical: null,
      stringToSign: null,
      startedAt: '2026-06-15T12:00:00.000Z',
      durationMs: 12.5,
    });
  });

  test('says why there is no answer, and shows what came of it', () => {
    const fault = { kind: 'reset', phase: 'body', message: 'http://h closed the connection' } as const;
    const partial = { status: 200, headers: [], body: Buffer.from('<a') };
    const cut = showExchange({ ...exchange(), outcome: { fault, partial } }, redactor);
    assert.deepEqual([cut.fault, cut.answer?.body], [fault.message, '<a']);
    assert.equal(showExchange({ ...exchange(), outcome: { fault, partial: null } }, redactor).answer, null);
  });

  const texts: readonly [title: string, body: string, shown: string][] = [
    ['shows Chinese unchanged', '<m>服务器端加密。</m>\n\t', '<m>服务器端加密。</m>\n\t'],
    ['escapes what would rewrite a terminal', 'a\u{1b}[2Jb\r\n\u{9b}c', 'a\\u{1b}[2Jb\\r\n\\u{9b}c'],
    ['escapes what would reorder a line', 'a\u{202e}b\u{2028}c', 'a\\u{202e}b\\u{2028}c'],
    ['shows a byte order mark (WIRE-02)', '\u{feff}<a/>', '\\u{feff}<a/>'],
  ];
  for (const [title, body, shown] of texts) test(title, () => assert.equal(bodyOf(body), shown));

  const bytes: readonly [title: string, body: Uint8Array][] = [
    ['describes bytes that are not UTF-8', Uint8Array.of(0x61, 0xff)],
    ['describes bytes that hold a NUL', Uint8Array.of(0x61, 0)],
    ['describes a text that is very long', Buffer.alloc(256 * 1024 + 1, 'a')],
  ];
  for (const [title, body] of bytes) test(title, () => assert.equal(bodyOf(body), `[${described(body)}]`));

  test('cuts a long text, and says so', () => {
    const body = Buffer.from('é'.repeat(16 * 1024 + 1));
    assert.equal(bodyOf(body), `${'é'.repeat(16 * 1024)}\n[cut here; ${described(body)} in all]`);
    assert.equal(bodyOf('a'.repeat(16 * 1024)), 'a'.repeat(16 * 1024));
  });

  test('cuts no secret in half', () => {
    const body = `${'a'.repeat(16 * 1024 - 10)}${owner.accessKeySecret} and more`;
    assert(!bodyOf(body).includes(owner.accessKeySecret.slice(0, 5)));
  });

  test('escapes what a header or a status may hold', () => {
    const shown = showExchange(exchange({ answer: { headers: [['x\u{1b}', 'a\tb\u{85}']] } }), redactor);
    assert.deepEqual(shown.answer?.headers, [['x\\u{1b}', 'a\\tb\\u{85}']]);
  });
});

describe('an exchange as our client signs it and a talkative store quotes it', () => {
  for (const signature of ['v1', 'v4'] as const) {
    for (const placement of ['header', 'url'] as const) {
      test(`shows neither secret, token nor signature: ${signature} in the ${placement}`, async () => {
        const server = createServer((request, response) => {
          const quoted = JSON.stringify([request.url, request.rawHeaders]);
          response.setHeader('X-Quoted', Buffer.from(quoted).toString('base64'));
          response.end(`${quoted}\n${decodeURIComponent(request.url ?? '')}\n${Buffer.from(quoted).toString('hex')}`);
        });
        await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
        const address = server.address();
        assert(typeof address === 'object' && address !== null);
        const client = new OssClient({
          endpoint: `http://127.0.0.1:${address.port}`,
          region: 'cn-hangzhou',
          addressing: 'path',
          signature,
        });
        const sent = await client.send({ method: 'GET', bucket: 'b', query: [['encryption']], headers: [] }, owner, {
          placement,
        });
        await client.close();
        server.close();

        assert(sent.signature !== null && 'answer' in sent.outcome);
        const shown = showExchange(sent, redactor);
        const text = JSON.stringify(shown);
        for (const secret of [owner.accessKeySecret, owner.securityToken, sent.signature.signature]) {
          const utf8 = Buffer.from(secret);
          for (const writing of [secret, encodeURIComponent(secret), utf8.toString('hex')])
            assert(!text.includes(writing), `${writing} in ${text}`);
        }
        assert(!text.includes(owner.accessKeyId));
        const quoted = Buffer.from(shown.answer?.headers.find(([name]) => name === 'X-Quoted')?.[1] ?? '', 'base64');
        assert(!quoted.toString().includes(sent.signature.signature));
        assert(shown.canonical?.includes('encryption') && shown.stringToSign?.includes('\n'));
        assert.match(text, /LTAI\*{4}/);
      });
    }
  }
});
