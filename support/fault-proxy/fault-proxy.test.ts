import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test, type TestContext } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { agentOf, patient } from '../client/loopback/senders.ts';
import type { Certificate } from '../certificates/x509.ts';
import { selfSignedCertificate } from '../client/loopback/self-signed-certificate.ts';
import { sendOver, type Outcome } from '../client/wire.ts';
import { headerValue, type HeaderPair } from '../client/request.ts';
import type { Duration, Fault } from './fault.ts';
import { FaultProxy } from './fault-proxy.ts';
import * as foreign from './foreign-answers.ts';
import { HostName } from './host-name.ts';
import * as wire from './wire-faults.ts';

/** How the suite's client reports each fault: its kind and phase, or the status. */
const outcomes: readonly (readonly [title: string, fault: Fault, outcome: string])[] = [
  ['a refused connection', wire.refused, 'reset headers'],
  ['a reset before the answer', wire.resetBeforeTheAnswer, 'reset headers'],
  ['a reset in the header', wire.resetInTheHeader, 'reset headers'],
  ['a reset in the body', wire.resetInTheBody, 'reset body'],
  ['the end in the middle of the body', wire.closedInTheBody, 'reset body'],
  ['silence', wire.silent, 'timeout headers'],
  ['silence in the header', wire.silentInTheHeader, 'timeout headers'],
  ['silence in the body', wire.silentInTheBody, 'timeout body'],
  ['a length that is too short', wire.lengthTooShort, '200 <Listing>t'],
  ['another protocol', wire.notHttp, 'malformed headers'],
  ['a body without end', wire.bodyWithoutEnd, 'too-large body'],
  ['a gateway without a store', foreign.status(502), '502 <html><head>'],
  ['a login page', foreign.loginPage, '200 <!DOCTYPE html>'],
  ['a redirection', foreign.redirectTo('http://127.0.0.1:1/'), '307'],
  ['a refusal of the keys', foreign.refusal('InvalidAccessKeyId'), '403 <?xml version'],
  ['a gzip bomb', foreign.gzipBomb, '200 \u001f'],
  ['an entity bomb', foreign.entityBomb, '200 <?xml version="1.0"?><!DOCTYPE'],
  ['a depth bomb', foreign.depthBomb, '200 <a><a><a>'],
];

const listing = '<Listing>two buckets</Listing>';

describe('between a client and a store, the proxy', () => {
  const passed: string[] = [];
  const store = createServer((request, response) => {
    passed.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.setHeader('X-Header', 'kept').end(listing);
  });
  let origin = '';

  before(async () => {
    await new Promise<void>((resolve) => void store.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    origin = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  });
  after(() => store.close());

  async function proxied(t: TestContext, certificate: Certificate | null = null): Promise<FaultProxy> {
    const proxy = await FaultProxy.start(origin, certificate);
    t.after(() => proxy.close());
    return proxy;
  }

  test('passes requests and answers on as they are', async (t) => {
    const proxy = await proxied(t);
    assert.equal(await send(t, proxy.origin, { path: "/b/%2Fkey'?x=%20&y" }), `200 ${listing}kept`);
    assert.equal(passed.at(-1), "GET /b/%2Fkey'?x=%20&y OSS id:signature");
    const [seen] = proxy.seen;
    assert.deepEqual([seen?.method, seen?.target], ['GET', "/b/%2Fkey'?x=%20&y"]);
    assert.ok(seen?.headers.includes('OSS id:signature'));
  });

  for (const [title, fault, outcome] of outcomes)
    test(`plays ${title}: ${outcome}`, async (t) => {
      const proxy = await proxied(t);
      strike(proxy, fault);
      const met = await send(t, proxy.origin, outcome.startsWith('timeout') ? { deadline: 300 } : {});
      assert.ok(met.startsWith(outcome), met.slice(0, 200));
      assert.equal(proxy.hasFired, true);
    });

  test('plays a reset behind a whole answer, which is an answer all the same', async (t) => {
    const proxy = await proxied(t);
    strike(proxy, wire.resetAfterTheAnswer);
    assert.equal(await send(t, proxy.origin), `200 ${listing}kept`);
  });

  const durations: readonly (readonly [Duration, from: number, what: string])[] = [
    [1, 1, 'x...'],
    [2, 2, '.xx.'],
    ['always', 2, '.xxx'],
  ];
  for (const [duration, from, what] of durations)
    test(`strikes ${what} for the duration ${duration} from the ${from}. on, and nothing else`, async (t) => {
      const proxy = await proxied(t);
      strike(proxy, foreign.status(502), duration, from);
      let struck = '';
      for (let index = 0; index < 4; index += 1) {
        struck += (await send(t, proxy.origin)).startsWith('502') ? 'x' : '.';
        assert.match(await send(t, proxy.origin, { path: '/' }), /^200/u);
      }
      assert.equal(struck, what);
    });

  test('strikes every request after its first, where it is for everything, until it is cleared', async (t) => {
    const proxy = await proxied(t);
    strike(proxy, foreign.status(502), 'for everything');
    assert.match(await send(t, proxy.origin, { path: '/' }), /^200/u);
    assert.match(await send(t, proxy.origin), /^502/u);
    assert.match(await send(t, proxy.origin, { path: '/' }), /^502/u);
    await proxy.clear();
    assert.match(await send(t, proxy.origin, { path: '/' }), /^200/u);
  });

  test('refuses connections, until it is cleared', async (t) => {
    const proxy = await proxied(t);
    strike(proxy, wire.refused);
    await send(t, proxy.origin);
    assert.equal(await send(t, proxy.origin), 'refused connect');
    await proxy.clear();
    assert.match(await send(t, proxy.origin, { path: '/' }), /^200/u);
  });

  test('speaks TLS, with another certificate or no answer on demand, until it is cleared', async (t) => {
    const good = selfSignedCertificate('127.0.0.1');
    const othersName = selfSignedCertificate('store.example');
    const expired = selfSignedCertificate('127.0.0.1', new Date('2021-01-01'));
    const own = [good, othersName, expired].map(({ cert }) => cert);
    setDefaultCACertificates([...getCACertificates('default'), ...own]);
    const proxy = await proxied(t, good);
    assert.match(await send(t, proxy.origin), /^200/u);
    for (const [fault, met] of [
      [wire.certificateOf(othersName), 'tls connect'],
      [wire.certificateOf(expired), 'tls connect'],
      [wire.neverConnected, 'timeout connect'],
    ] as const) {
      strike(proxy, fault);
      assert.equal(await send(t, proxy.origin), 'reset headers');
      assert.equal(await send(t, proxy.origin, met.startsWith('timeout') ? { deadline: 300 } : {}), met);
      await proxy.clear();
      assert.match(await send(t, proxy.origin, { path: '/' }), /^200/u);
    }
  });

  test('has a name that can be lost and found', async (t) => {
    const proxy = await proxied(t);
    const host = new HostName('store');
    const named = proxy.origin.replace('127.0.0.1', host.name);
    assert.match(await send(t, named), /^200/u);
    host.lose();
    assert.equal(await send(t, named), 'dns connect');
    host.find();
    assert.match(await send(t, named), /^200/u);
  });
});

interface Sending {
  readonly path?: string;
  /** Milliseconds. */
  readonly deadline?: number;
}

/** Sends over a new connection, because some faults of the proxy affect a whole connection. */
async function send(
  t: TestContext,
  to: string,
  { path = '/b/?encryption', deadline = 10_000 }: Sending = {},
): Promise<string> {
  const deadlines = { connectMs: deadline, answerMs: deadline, idleMs: deadline };
  const limits = { ...patient, ...deadlines, maxBodyBytes: 4 * 1024 * 1024 };
  const headers: readonly HeaderPair[] = [
    ['Host', new URL(to).host],
    ['Authorization', 'OSS id:signature'],
  ];
  return inWords(await sendOver(agentOf(t, limits), { origin: to, method: 'GET', path, headers, body: null }, limits));
}

function inWords(outcome: Outcome): string {
  if ('fault' in outcome) return `${outcome.fault.kind} ${outcome.fault.phase}`;
  const { status, headers, body } = outcome.answer;
  const text = Buffer.from(body).toString('latin1');
  return `${status} ${text}${headerValue(headers, 'X-Header') ?? ''}`;
}

function strike(proxy: FaultProxy, fault: Fault, duration: Duration = 'always', from = 1): void {
  proxy.inject({ fault, matches: ({ target }) => target.includes('?encryption'), from, duration });
}
