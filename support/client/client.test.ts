import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { altered, withExtraHeader, withHeaderValue, withoutHeader, withoutQueryParameter } from './alteration.ts';
import { StoreAgent } from './agent.ts';
import { OssClient, type OssClientOptions } from './client.ts';
import type { Credentials } from './credentials.ts';
import { EndpointError } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import { headerValue, type OssRequest } from './request.ts';
import { startScriptedServer, type Script } from './loopback/scripted-server.ts';
import type { Sending } from './sending.ts';
import { defaultLimits } from './limits.ts';

const keys: Credentials = { accessKeyId: 'ak', accessKeySecret: 'sk' };
const at = new Date('2022-12-28T10:27:41Z');
const bucket = 'examplebucket';
const getRule: OssRequest = { method: 'GET', bucket, query: [['encryption']], headers: [] };
const putRule: OssRequest = {
  method: 'PUT',
  bucket,
  query: [['encryption']],
  headers: [['Content-Type', 'application/xml']],
  body: Buffer.from('<Rule/>'),
};

const answers: Script = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');

interface Sent extends Exchange {
  /** What the store received, in latin1. */
  readonly bytes: string;
}

async function sent(
  t: TestContext,
  request: OssRequest,
  how: Sending = {},
  as: Credentials | null = keys,
  options: Partial<OssClientOptions> = {},
): Promise<Sent> {
  const server = await startScriptedServer(t, answers);
  const client = new OssClient({
    endpoint: server.origin,
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    clock: () => at,
    ...options,
  });
  t.after(() => client.close());
  const exchange = await client.send(request, as, how);
  assert.ok('answer' in exchange.outcome, JSON.stringify(exchange.outcome));
  return {
    ...exchange,
    bytes: (server.received[0]?.toString('latin1') ?? '').replaceAll(/127\.0\.0\.1:\d+/g, 'STORE'),
  };
}

function header(exchange: Exchange, name: string): string | undefined {
  return headerValue(exchange.request.headers, name);
}

function withoutQuery(request: OssRequest): OssRequest {
  return { ...request, query: [] };
}

function presigner(signature: 'v1' | 'v4', addressing: 'path' | 'virtual' = 'path'): OssClient {
  return new OssClient({
    endpoint: 'http://store.test',
    region: 'cn-hangzhou',
    addressing,
    signature,
    clock: () => at,
  });
}

describe('what a good client sends', () => {
  test('V4, path style', async (t) => {
    const { bytes, signature } = await sent(t, putRule);
    assert.equal(signature?.signature, 'f821c2f838ba5df4594f50eb37777238b6131f5b5e5879e8aff804fed5b1300a');
    assert.match(
      bytes,
      /^PUT \/examplebucket\/\?encryption HTTP\/1\.1\r\nhost: STORE\r\nconnection: keep-alive\r\nUser-Agent: oss-conformance\/[\d.]+\r\nContent-Type: application\/xml\r\nx-oss-date: 20221228T102741Z\r\nx-oss-content-sha256: UNSIGNED-PAYLOAD\r\nAuthorization: OSS4-HMAC-SHA256 Credential=ak\/20221228\/cn-hangzhou\/oss\/aliyun_v4_request,Signature=f821c2f8[0-9a-f]{56}\r\ncontent-length: 7\r\n\r\n<Rule\/>$/,
    );
  });

  test('V1, virtual-hosted style, connected to the endpoint itself', async (t) => {
    const { bytes, request } = await sent(t, getRule, {}, keys, { signature: 'v1', addressing: 'virtual' });
    assert.match(
      bytes,
      /^GET \/\?encryption HTTP\/1\.1\r\nhost: examplebucket\.STORE\r\nconnection: keep-alive\r\nUser-Agent: oss-conformance\/[\d.]+\r\nDate: Wed, 28 Dec 2022 10:27:41 GMT\r\nAuthorization: OSS ak:BwDb6TVQ4UBwx9S3CtVmDiVbDn8=\r\n\r\n$/,
    );
    assert.match(request.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('unsigned, neither date nor signature', async (t) => {
    const { bytes, signature } = await sent(t, getRule, {}, null);
    assert.equal(signature, null);
    assert.match(
      bytes,
      /^GET \/examplebucket\/\?encryption HTTP\/1\.1\r\nhost: STORE\r\nconnection: keep-alive\r\nUser-Agent: [^\r]+\r\n\r\n$/,
    );
  });

  test('a key that needs escapes, as it is meant', async (t) => {
    const { bytes } = await sent(t, { ...getRule, key: 'a/../50% +é', query: [] });
    assert.match(bytes, /^GET \/examplebucket\/a\/\.\.\/50%25%20%2B%C3%A9 HTTP/);
  });

  test('a length with every body, and with a PUT that has none', async (t) => {
    const { body: _, ...withoutBody } = putRule;
    assert.equal(header(await sent(t, withoutBody), 'Content-Length'), '0');
    assert.equal(header(await sent(t, getRule), 'Content-Length'), undefined);
  });

  test('headers of the caller replace its own', async (t) => {
    const exchange = await sent(t, {
      ...getRule,
      headers: [
        ['user-agent', 'mine'],
        ['host', 'elsewhere'],
      ],
    });
    assert.deepEqual(exchange.request.headers.slice(0, 2), [
      ['user-agent', 'mine'],
      ['host', 'elsewhere'],
    ]);
  });

  test('a security token, signed, in either version', async (t) => {
    const withToken = { ...keys, securityToken: 'token' };
    for (const [version, signature] of [
      ['v1', 'GYNWf+L8Gvq4gFK995ZXME+EsEM='],
      ['v4', '21fe97ba947a30a3cfbd4d31f988288cf3962755c43695a2e4acc09a72b8c28d'],
    ] as const) {
      const exchange = await sent(t, getRule, { signature: version }, withToken);
      assert.equal(header(exchange, 'x-oss-security-token'), 'token');
      assert.equal(exchange.signature?.signature, signature);
    }
  });
});

describe('a request can be wrong in one way', () => {
  test('another version or style than the client’s', async (t) => {
    const exchange = await sent(t, getRule, { signature: 'v1', addressing: 'virtual' });
    assert.equal(header(exchange, 'Authorization'), 'OSS ak:BwDb6TVQ4UBwx9S3CtVmDiVbDn8=');
    assert.match(header(exchange, 'Host') ?? '', /^examplebucket\./);
  });

  test('signed for another request than is sent: without ?encryption (DER-07)', async (t) => {
    const exchange = await sent(t, getRule, { signature: 'v1', signedInstead: withoutQuery });
    assert.equal(header(exchange, 'Authorization'), 'OSS ak:sBtBCZz4kHYnmKTlKyAFVLwQRMw=');
    assert.match(exchange.bytes, /^GET \/examplebucket\/\?encryption /);
    assert.equal(exchange.signature?.canonical, '/examplebucket/');
  });

  test('at another time, or by a clock that is off', async (t) => {
    const then = await sent(t, getRule, { at: new Date('2020-01-02T03:04:05Z') });
    assert.equal(header(then, 'x-oss-date'), '20200102T030405Z');
    const late = await sent(t, getRule, { skewSeconds: -16 * 60 });
    assert.equal(header(late, 'x-oss-date'), '20221228T101141Z');
  });

  test('with an invalid date, signed verbatim', async (t) => {
    const exchange = await sent(t, { ...getRule, headers: [['Date', 'yesterday']] }, { signature: 'v1' });
    assert.match(exchange.signature?.stringToSign ?? '', /^GET\n\n\nyesterday\n/);
    assert.equal(exchange.request.headers.filter(([name]) => name.toLowerCase() === 'date').length, 1);
  });

  test('with the date in another header, or in none', async (t) => {
    assert.equal(header(await sent(t, getRule, { dateHeader: 'Date' }), 'Date'), 'Wed, 28 Dec 2022 10:27:41 GMT');
    const unsent = await sent(t, getRule, { dateHeader: 'none' });
    assert.equal(header(unsent, 'x-oss-date'), undefined);
    assert.match(unsent.signature?.stringToSign ?? '', /\n20221228T102741Z\n/);
  });

  test('with a wrong part of the scope', async (t) => {
    const exchange = await sent(t, getRule, { scope: { region: 'oss-cn-hangzhou' } });
    assert.match(header(exchange, 'Authorization') ?? '', /Credential=ak\/20221228\/oss-cn-hangzhou\/oss\//);
  });

  test('with more headers signed than needed', async (t) => {
    const exchange = await sent(t, getRule, { additionalHeaders: ['Host', 'absent', 'x-oss-date'] });
    assert.match(header(exchange, 'Authorization') ?? '', /,AdditionalHeaders=host,/);
    assert.match(exchange.signature?.canonicalHeaders ?? '', /^host:127\.0\.0\.1:\d+\n/);
  });

  test('with a last touch after signing', async (t) => {
    const finish = altered(
      withoutHeader('x-oss-date'),
      withHeaderValue('Authorization', (value) => value.replace(',Signature', ', Signature')),
      withExtraHeader('Date', 'a'),
      withExtraHeader('Date', 'b'),
    );
    const { bytes } = await sent(t, getRule, { finish });
    assert.match(bytes, /aliyun_v4_request, Signature=[0-9a-f]{64}\r\nDate: a\r\nDate: b\r\n\r\n$/);
    assert.doesNotMatch(bytes, /x-oss-date/);
  });

  test('without a length (ENV-14)', async (t) => {
    const finish = withoutHeader('Content-Length');
    const { bytes } = await sent(t, putRule, { framing: 'as-is', finish });
    assert.doesNotMatch(bytes, /content-length/i);
    assert.match(bytes, /\r\n\r\n/);
  });

  test('with a body that is shorter than its length says (ENV-15)', async (t) => {
    const server = await startScriptedServer(
      t,
      (socket) => {
        socket.once('end', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'));
      },
      (bytes) => bytes.toString().endsWith('<Ru'),
    );
    const client = new OssClient({
      endpoint: server.origin,
      region: 'cn-hangzhou',
      addressing: 'path',
      signature: 'v4',
    });
    const { outcome } = await client.send(putRule, keys, {
      framing: 'cut-short',
      finish: (wire) => ({ ...wire, body: Buffer.from('<Ru') }),
    });
    assert.ok('answer' in outcome);
    assert.equal(outcome.answer.status, 400);
  });
});

describe('a signed URL', () => {
  test('holds the V4 signature of DER-16', () => {
    const { url, signature, request } = presigner('v4').presign(getRule, keys);
    assert.equal(
      url,
      'http://store.test/examplebucket/?encryption&x-oss-signature-version=OSS4-HMAC-SHA256' +
        '&x-oss-credential=ak%2F20221228%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20221228T102741Z' +
        '&x-oss-expires=600&x-oss-signature=7712f0580afe87a31aa99fd1e0ed08cff4a2151b8d3490b0b191d7966df43a5b',
    );
    assert.equal(signature.placement, 'url');
    assert.deepEqual(request.headers, []);
  });

  test('holds the V1 signature of DER-08, escaped (AUTH-17), on the bucket’s own host', () => {
    const { url } = presigner('v1', 'virtual').presign(
      { ...getRule, query: [['encryption'], ['Expires', '1699807420']] },
      keys,
    );
    assert.equal(
      url,
      'http://examplebucket.store.test/?encryption&Expires=1699807420&OSSAccessKeyId=ak&Signature=%2BfNx56boHPLEnwoWV8Pr4yImVhA%3D',
    );
  });

  test('expires at the given time', () => {
    const { request } = presigner('v1').presign(getRule, keys, { expiresIn: -60 });
    assert.deepEqual(request.query[2], ['Expires', String(at.getTime() / 1000 - 60)]);
  });

  test('is sent without any other signature', async (t) => {
    const presigned = presigner('v4').presign(getRule, keys);
    const { bytes, signature } = await sent(t, presigned.request, {}, null);
    assert.match(
      bytes,
      /^GET \/examplebucket\/\?encryption&x-oss-signature-version=.*&x-oss-signature=7712f058[0-9a-f]+ HTTP/,
    );
    assert.doesNotMatch(bytes, /authorization|\r\nx-oss-date/i);
    assert.equal(signature, null);
  });

  test('is made and sent in one step, and may lose a parameter on the way (AUTH-14)', async (t) => {
    const { bytes, signature } = await sent(t, getRule, {
      signature: 'v1',
      placement: 'url',
      finish: withoutQueryParameter('Expires'),
    });
    assert.match(bytes, /^GET \/examplebucket\/\?encryption&OSSAccessKeyId=ak&Signature=[^&]+ HTTP/);
    assert.equal(signature?.placement, 'url');
  });

  test('may be signed in the header as well (AUTH-15)', async (t) => {
    const { bytes } = await sent(t, presigner('v1').presign(getRule, keys).request, { signature: 'v1' });
    assert.match(bytes, /&Signature=.*\r\nAuthorization: OSS ak:/s);
  });
});

describe('a client', () => {
  test('reports a fault as an outcome, and no secret in its words', async (t) => {
    const server = await startScriptedServer(t, (socket) => socket.destroy());
    const client = new OssClient({
      endpoint: server.origin,
      region: 'cn-hangzhou',
      addressing: 'path',
      signature: 'v4',
    });
    t.after(() => client.close());
    const secrets = { accessKeyId: 'the-id', accessKeySecret: 'the-secret', securityToken: 'the-token' };
    for (const framing of [undefined, 'as-is'] as const) {
      const { outcome, signature } = await client.send(getRule, secrets, framing === undefined ? {} : { framing });
      assert.ok('fault' in outcome);
      assert.equal(outcome.fault.kind, 'reset');
      for (const hidden of ['the-secret', 'the-token', signature?.signingKey ?? '', signature?.signature ?? ''])
        assert.ok(!outcome.fault.message.includes(hidden), outcome.fault.message);
    }
  });

  test('measures when and how long', async (t) => {
    const before = Date.now();
    const { startedAt, durationMs } = await sent(t, getRule);
    assert.ok(startedAt >= before && startedAt <= Date.now());
    assert.ok(durationMs > 0 && durationMs <= Date.now() - before + 1);
  });

  test('sends through a dispatcher that was handed in, and leaves it open', async (t) => {
    const agent = new StoreAgent(defaultLimits);
    t.after(() => agent.destroy());
    const paths: string[] = [];
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      paths.push(options.path);
      return dispatch(options, handler);
    });
    const server = await startScriptedServer(t, answers);
    for (let round = 0; round < 2; round += 1) {
      const client = new OssClient({
        endpoint: server.origin,
        region: 'cn-hangzhou',
        addressing: 'path',
        signature: 'v4',
        dispatcher,
      });
      const { outcome } = await client.send(getRule, keys);
      assert.ok('answer' in outcome);
      await client.close();
    }
    assert.deepEqual(paths, ['/examplebucket/?encryption', '/examplebucket/?encryption']);
  });

  test('says so when it was closed before the answer came', async (t) => {
    const asked = Promise.withResolvers<void>();
    const server = await startScriptedServer(t, () => asked.resolve());
    const client = new OssClient({
      endpoint: server.origin,
      region: 'cn-hangzhou',
      addressing: 'path',
      signature: 'v4',
    });
    const sending = assert.rejects(
      client.send(getRule, keys),
      /^UnsendableRequest: The client was closed before GET to http:\/\/127\.0\.0\.1:\d+ was answered\.$/,
    );
    await asked.promise;
    await client.close();
    await sending;
  });

  test('refuses an endpoint that it cannot use', () => {
    const options = { region: 'cn-hangzhou', addressing: 'virtual', signature: 'v4' } as const;
    assert.throws(() => new OssClient({ ...options, endpoint: 'nowhere' }), EndpointError);
    assert.throws(
      () => new OssClient({ ...options, endpoint: 'http://[::1]:9000' }),
      /needs a host name or an IPv4 address/,
    );
  });
});
