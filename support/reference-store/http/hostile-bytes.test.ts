import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rawExchange } from '../testing/raw-exchange.ts';
import { StoreUnderTest, ruleDocument } from '../testing/store-under-test.ts';

let store: StoreUnderTest;

before(async () => {
  store = await StoreUnderTest.start();
  assert.equal((await store.ask('PUT', '/bkt')).status, 200);
});
after(() => store.close());

/** An answer is well-formed when it has a request id, the length it announces, and an error document. */
function codeOf(text: string): string {
  const [, status, head = '', body = ''] = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
  assert.ok(status, `no HTTP answer: ${JSON.stringify(text)}`);
  const header = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim();
  assert.match(header('x-oss-request-id') ?? '', /^[0-9A-F]{24}$/);
  assert.equal(header('content-length'), String(Buffer.from(body, 'latin1').length));
  assert.equal(header('server'), 'AliyunOSS');
  assert.ok(header('date'));
  const [, code, requestId] = /<Code>(\w+)<\/Code>.*<RequestId>(\w+)<\/RequestId>/s.exec(body) ?? [];
  assert.equal(requestId, header('x-oss-request-id'));
  return `${status} ${code}`;
}

const host = 'Host: 127.0.0.1\r\n';
const close = 'Connection: close\r\n';

describe('bytes that are no good request', () => {
  const cases: readonly (readonly [what: string, bytes: string, outcome: string])[] = [
    ['no HTTP', 'hello\r\n\r\n', '400 InvalidArgument'],
    ['a TLS hello', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', '400 InvalidArgument'],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400 InvalidArgument'],
    ['a request line of one word', 'GET\r\n\r\n', '400 InvalidArgument'],
    ['an unknown method', `BREW / HTTP/1.1\r\n${host}\r\n`, '405 MethodNotAllowed'],
    ['a method in lower case', `get /bkt?encryption HTTP/1.1\r\n${host}\r\n`, '405 MethodNotAllowed'],
    [
      'a method the store has no use for',
      `PATCH /bkt?encryption HTTP/1.1\r\n${host}${close}\r\n`,
      '405 MethodNotAllowed',
    ],
    ['HTTP/3.0', `GET / HTTP/3.0\r\n${host}\r\n`, '400 InvalidArgument'],
    ['no host', `GET / HTTP/1.1\r\n${close}\r\n`, '400 InvalidArgument'],
    ['two hosts', `GET / HTTP/1.1\r\n${host}${host}${close}\r\n`, '400 InvalidArgument'],
    [
      'a host of another service',
      `GET / HTTP/1.1\r\nHost: bkt.example.com\r\n${close}\r\n`,
      '403 NonStandardHostForbidden',
    ],
    ['a target that is no path', `GET bkt HTTP/1.1\r\n${host}${close}\r\n`, '400 InvalidArgument'],
    ['an asterisk', `OPTIONS * HTTP/1.1\r\n${host}${close}\r\n`, '400 InvalidArgument'],
    ['a bad escape in the path', `GET /%zz HTTP/1.1\r\n${host}${close}\r\n`, '400 InvalidArgument'],
    ['a bad escape in the query', `GET /bkt?a=%f HTTP/1.1\r\n${host}${close}\r\n`, '400 InvalidArgument'],
    ['a path that is not UTF-8', `GET /%ff HTTP/1.1\r\n${host}${close}\r\n`, '400 InvalidArgument'],
    ['a header without a colon', `GET / HTTP/1.1\r\n${host}nonsense\r\n\r\n`, '400 InvalidArgument'],
    ['a header with a control character', `GET / HTTP/1.1\r\n${host}X: a\x01b\r\n\r\n`, '400 InvalidArgument'],
    ['a header of 64 KiB', `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(65_536)}\r\n\r\n`, '400 InvalidArgument'],
    ['a target of 64 KiB', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\n${host}\r\n`, '400 InvalidArgument'],
    ['ten thousand headers', `GET / HTTP/1.1\r\n${host}${'X: 1\r\n'.repeat(10_000)}\r\n`, '400 InvalidArgument'],
    ['a length that is no number', `PUT / HTTP/1.1\r\n${host}Content-Length: ten\r\n\r\n`, '400 InvalidArgument'],
    ['a negative length', `PUT / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, '400 InvalidArgument'],
    [
      'a length of many digits',
      `PUT / HTTP/1.1\r\n${host}Content-Length: ${'9'.repeat(30)}\r\n\r\n`,
      '400 InvalidArgument',
    ],
    ['two lengths', `PUT / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, '400 InvalidArgument'],
    [
      'a length and chunks',
      `PUT / HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      '400 InvalidArgument',
    ],
    ['a request for a proxy', `CONNECT oss.test:443 HTTP/1.1\r\nHost: oss.test\r\n\r\n`, '405 MethodNotAllowed'],
  ];
  for (const [what, bytes, outcome] of cases)
    it(`${what}: ${outcome}`, async () => assert.equal(codeOf((await rawExchange(store.port, bytes)).text), outcome));

  it('are logged like any other request', async () => {
    await rawExchange(store.port, 'hello\r\n\r\n');
    const entry = store.store.requestLog.at(-1);
    assert.deepEqual([entry?.method, entry?.path, entry?.status, entry?.principal], ['', '', 400, null]);
  });

  it('after a good request do not spoil its answer', async () => {
    const { text } = await rawExchange(store.port, `GET /bkt HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\n`);
    assert.match(text, /^HTTP\/1\.1 403 /);
  });
});

describe('unusual but good requests', () => {
  for (const [what, bytes, outcome] of [
    ['an absolute target', `GET http://127.0.0.1/bkt HTTP/1.1\r\n${host}${close}\r\n`, '403 AccessDenied'],
    ['HTTP/1.0 without a host', 'GET /bkt HTTP/1.0\r\n\r\n', '403 AccessDenied'],
    [
      'an expectation the store does not know',
      `GET /bkt HTTP/1.1\r\n${host}Expect: magic\r\n${close}\r\n`,
      '403 AccessDenied',
    ],
    [
      'an upgrade the store does not offer',
      `GET /bkt HTTP/1.1\r\n${host}Connection: upgrade\r\nUpgrade: h2c\r\n\r\n`,
      '403 AccessDenied',
    ],
  ] as const)
    it(`${what}: ${outcome}`, async () => {
      const { text } = await rawExchange(store.port, bytes, { until: (so) => so.includes('</Error>') });
      assert.equal(codeOf(text), outcome);
    });

  it('come one after the other on a connection, pipelined too', async () => {
    const one = `GET /bkt HTTP/1.1\r\n${host}\r\n`;
    const { text } = await rawExchange(store.port, one + one + one, {
      until: (so) => so.split('</Error>').length === 4,
    });
    const ids = [...text.matchAll(/x-oss-request-id: (\w+)/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, 3);
  });
});

function put(framing: string, body: string): string {
  const signed = store.sign('PUT', '/bkt?encryption', [['Host', '127.0.0.1']], store.store.principals.owner);
  const lines = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `PUT /bkt?encryption HTTP/1.1\r\n${lines}${framing}\r\n${body}`;
}

describe('a signed request among thousands of headers', () => {
  it('is verified over all of them', async () => {
    const signed = store.sign('GET', '/bkt', [['Host', '127.0.0.1']], store.store.principals.owner);
    const lines = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const { text } = await rawExchange(
      store.port,
      `GET /bkt HTTP/1.1\r\n${'a:\r\n'.repeat(2_500)}${lines}${close}\r\n`,
    );
    assert.match(text, /^HTTP\/1\.1 200 /);
  });
});

describe('the body of a rule', () => {
  const document = ruleDocument('<SSEAlgorithm>AES256</SSEAlgorithm>');

  const length = document.length;
  for (const [what, framing, body, outcome] of [
    ['cut short', `Content-Length: ${length}\r\n`, document.slice(0, 50), '400 IncompleteBody'],
    ['never sent', `Content-Length: ${length}\r\n`, '', '400 IncompleteBody'],
    ['cut short in a chunk', 'Transfer-Encoding: chunked\r\n', `ff\r\n${document.slice(0, 50)}`, '400 IncompleteBody'],
    ['in chunks of nonsense', 'Transfer-Encoding: chunked\r\n', 'zz\r\nabc\r\n', '400 IncompleteBody'],
    ['in an unknown coding', 'Transfer-Encoding: zip\r\n', document, '400 IncompleteBody'],
    ['announced as a gigabyte', 'Content-Length: 1073741824\r\n', document, '400 EntityTooLarge'],
    ['longer than announced', `Content-Length: ${length - 1}\r\n`, document, '400 MalformedXML'],
    [
      'in endless chunks',
      'Transfer-Encoding: chunked\r\n',
      `1000\r\n${' '.repeat(4096)}\r\n`.repeat(20),
      '400 EntityTooLarge',
    ],
  ] as const)
    it(`${what}: ${outcome}, and no rule is set`, async () => {
      const { text } = await rawExchange(store.port, put(framing, body), {
        halfClose: true,
        until: (so) => so.includes('</Error>'),
      });
      assert.equal(codeOf(text.slice(0, text.indexOf('</Error>') + '</Error>'.length)), outcome);
      assert.equal((await store.ask('GET', '/bkt?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
    });

  it('is not requested from a caller that may not send it', async () => {
    const framing = `Content-Length: ${length}\r\nExpect: 100-continue\r\n`;
    const forbidden = put(framing, '').replace(/Authorization: OSS \w+/, 'Authorization: OSS nobody');
    const { text } = await rawExchange(store.port, forbidden, { until: (so) => so.includes('</Error>') });
    assert.equal(codeOf(text), '403 InvalidAccessKeyId');
  });

  it('is requested from a caller that waits for 100 Continue', async () => {
    const expecting = put(`Content-Length: ${length}\r\nExpect: 100-continue\r\n`, '');
    const { text } = await rawExchange(store.port, expecting, { until: (so) => so.includes('\r\n\r\n') });
    assert.equal(text, 'HTTP/1.1 100 Continue\r\n\r\n');
  });
});
