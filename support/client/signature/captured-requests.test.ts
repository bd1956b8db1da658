import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { headerValue, type HeaderPair, type OssRequest, type QueryParameter } from '../request.ts';
import type { Signed } from './signature.ts';
import { signV1Header } from './v1.ts';
import { signV4Header } from './v4.ts';

interface Captured {
  readonly client: string;
  readonly target: string;
  readonly authorization: string;
  readonly request: OssRequest;
}

const bucket = 'tb-1';
const keys = { accessKeyId: 'AKIDEXAMPLE', accessKeySecret: 'SKEXAMPLE' };

const captures = readFileSync(new URL('captured-requests.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map(parseCapture);

function parseCapture(block: string): Captured {
  const [head = '', body] = block.trimEnd().split('\n\n');
  const [client = '', requestLine = '', ...lines] = head.split('\n');
  const [method = '', target = ''] = requestLine.split(' ');
  const headers = lines.map((line): HeaderPair => {
    const [name = '', value = ''] = line.split(/: (.*)/);
    return [name, value];
  });
  return {
    client,
    target,
    authorization: headerValue(headers, 'Authorization') ?? '',
    request: {
      method,
      bucket,
      query: [target.endsWith('=') ? ['encryption', ''] : (['encryption'] satisfies QueryParameter)],
      headers: headers.filter(([name]) => name.toLowerCase() !== 'authorization'),
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    },
  };
}

/** The clock may be far off, because everything that is signed is in the request. */
function resign({ request, authorization }: Captured): Signed {
  const at = new Date(0);
  return authorization.startsWith('OSS4-')
    ? signV4Header(request, keys, { at, region: 'cn-hangzhou' })
    : signV1Header(request, keys, { at });
}

test('39 captured requests of ossutil and ali-oss, of either version and style, are there', () => {
  assert.equal(captures.length, 39);
  const kinds = captures.map(({ client, authorization, target }) =>
    [client, authorization.split(' ')[0], target.startsWith(`/${bucket}/`) ? 'path' : 'virtual'].join(' '),
  );
  assert.equal(new Set(kinds).size, 8);
});

for (const [index, captured] of captures.entries())
  test(`captured request ${index + 1}: ${captured.client} ${captured.request.method} ${captured.target} is signed alike`, () => {
    assert.deepEqual(resign(captured).headers, [['Authorization', captured.authorization]]);
  });

test('the captured bodies are whole: their lengths and MD5 are those of the headers', () => {
  for (const { request } of captures.filter(({ request }) => request.body !== undefined)) {
    const body = Buffer.from(request.body ?? []);
    assert.equal(headerValue(request.headers, 'Content-Length'), String(body.length));
    const md5 = headerValue(request.headers, 'Content-MD5');
    if (md5 !== undefined) assert.equal(hash('md5', body, 'base64'), md5);
  }
});
