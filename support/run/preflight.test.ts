import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { test } from 'node:test';
import { startReferenceTarget } from './reference-target.ts';
import { Inconclusive } from '../harness/verdict/finding.ts';
import { probe } from './preflight.ts';
import type { Target } from '../harness/target/target.ts';

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server's address is of this type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the reference store is fit to be judged', async () => {
  const { target, close } = await startReferenceTarget(style);
  await probe(target);
  await close();
});

const strangers: readonly (readonly [what: string, start: () => Server, complaint: RegExp])[] = [
  [
    'a web server',
    () => createHttpServer((_request, response) => response.end('<html><body>It works!</body></html>')),
    /^http:\S+ answers, but not as an object store does: ListBuckets was answered 200 with an HTML page$/u,
  ],
  [
    'a web server that knows no such page',
    () => createHttpServer((_request, response) => response.writeHead(404).end('not found')),
    /not as an object store does: ListBuckets was answered 404 with a body that is not XML/u,
  ],
  [
    'a server that answers everything with nothing',
    () => createHttpServer((_request, response) => response.end()),
    /: ListBuckets was answered 200 without a body$/u,
  ],
  [
    'a server that sends its clients elsewhere',
    () => createHttpServer((_request, response) => response.writeHead(302, { location: 'https://login.test/' }).end()),
    /: ListBuckets was answered 302, a redirect to "https:\/\/login\.test"$/u,
  ],
  [
    'a server whose header is endless',
    () => createServer((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1_000_000)}\r\n\r\n`)),
    /sent an answer header that is too large \(UND_ERR_HEADERS_OVERFLOW\)\.$/u,
  ],
  [
    'a server that is not HTTP',
    () => createServer((socket) => socket.end('SSH-2.0-OpenSSH_9\r\n')),
    /^there is no store to judge: ListBuckets got no answer: http:/u,
  ],
  [
    'a port that never answers',
    () => createServer((socket) => socket.resume()),
    /^there is no store to judge: .*http:/u,
  ],
];

for (const [what, start, complaint] of strangers)
  test(`${what} is distinguished from an object store in one line`, async (context) => {
    const { target, close } = await startReferenceTarget(style);
    await close();
    const server = start();
    const endpoint = await listening(server);
    const sockets = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => sockets.add(socket));
    context.after(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const quick = { ...target, endpoint, limits: { ...target.limits, answerMs: 200 } };
    await assert.rejects(probe(quick), saying(complaint));
  });

test('a closed port is reported in one line', async () => {
  const { target, close } = await startReferenceTarget(style);
  await close();
  await assert.rejects(probe(target), saying(/^there is no store to judge: .*http:/u));
});

const refusedKeys: readonly (readonly [what: string, keys: Target['principals']['owner'] | null, code: RegExp])[] = [
  ['keys that were never issued', { accessKeyId: 'LTAInobody', accessKeySecret: 'x' }, /403 InvalidAccessKeyId/u],
  ['a wrong secret', null, /403 SignatureDoesNotMatch/u],
  [
    'a temporary key without its token',
    { accessKeyId: 'STS.NTexample', accessKeySecret: 'x' },
    /403 InvalidAccessKeyId\); .* give its token too, as OSS_SESSION_TOKEN/u,
  ],
];
for (const [what, keys, code] of refusedKeys)
  test(`${what} are found before anything is created`, async () => {
    const { target, close } = await startReferenceTarget(style);
    const owner = keys ?? { ...target.principals.owner, accessKeySecret: 'wrong' };
    await assert.rejects(probe({ ...target, principals: { owner } }), saying(code));
    await close();
  });

const refusals: readonly (readonly [what: string, status: number, code: string, advice: RegExp])[] = [
  ['a clock that is off', 403, 'RequestTimeTooSkewed', /set the clock of this machine, or that of the store$/u],
  ['another region', 400, 'InvalidArgument', /check that it takes v4 signatures, and that its region is cn-hangzhou$/u],
];
for (const [what, status, code, advice] of refusals)
  test(`${what} is distinguished from wrong keys, before anything is created`, async (context) => {
    const { target, close } = await startReferenceTarget(style);
    await close();
    const server = createHttpServer((_request, response) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code><Message>No.</Message></Error>`),
    );
    const endpoint = await listening(server);
    context.after(() => server.close());
    await assert.rejects(
      probe({ ...target, endpoint }),
      saying(new RegExp(`${status} ${code}.*${advice.source}`, 'u')),
    );
  });

test('a store that does not let the owner list buckets is fit to be judged', async (context) => {
  const { target, close } = await startReferenceTarget(style);
  await close();
  const server = createHttpServer((_request, response) =>
    response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>'),
  );
  const endpoint = await listening(server);
  context.after(() => server.close());
  await probe({ ...target, endpoint });
});

function saying(pattern: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Inconclusive);
    assert.match(error.message, pattern);
    assert.doesNotMatch(error.message, /\n/u);
    return true;
  };
}
