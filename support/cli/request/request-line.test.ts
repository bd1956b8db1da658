import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { readRequest, type WrittenRequest } from './request-line.ts';

function read(part: Partial<WrittenRequest>): ReturnType<typeof readRequest> {
  return readRequest({ method: 'GET', url: 'oss://bkt', headers: [], ...part });
}

describe('a resource', () => {
  const table: readonly (readonly [url: string, what: object])[] = [
    ['oss://', { query: [] }],
    ['oss://?max-keys=1', { query: [['max-keys', '1']] }],
    ['oss://bkt', { bucket: 'bkt', query: [] }],
    ['oss://bkt/', { bucket: 'bkt', query: [] }],
    ['oss://bkt?encryption', { bucket: 'bkt', query: [['encryption']] }],
    ['oss://bkt/?encryption=', { bucket: 'bkt', query: [['encryption', '']] }],
    ['oss://bkt/a/../b%20c', { bucket: 'bkt', key: 'a/../b%20c', query: [] }],
    ['oss://bkt//k', { bucket: 'bkt', key: '/k', query: [] }],
    ['oss://bkt/k?acl&a%3D=b%26c=d', { bucket: 'bkt', key: 'k', query: [['acl'], ['a=', 'b&c=d']] }],
  ];
  for (const [url, what] of table)
    test(`${url} is read`, () => {
      assert.deepEqual(read({ url }), { method: 'GET', headers: [], ...what });
    });

  for (const url of ['bkt', 'http://bkt', 'oss:///key', 'oss://bkt?a=%'])
    test(`${url} is none`, () => {
      assert.throws(() => read({ url }), ConfigurationError);
    });
});

test('a header is a name and a value, written in UTF-8', () => {
  assert.deepEqual(read({ headers: ['X-Oss-Meta-A: é: b', 'Empty:'] }).headers, [
    ['X-Oss-Meta-A', 'Ã©: b'],
    ['Empty', ''],
  ]);
  for (const header of ['no colon', ': no name', 'a b: c', 'A: b\r\nC: d'])
    assert.throws(() => read({ headers: [header] }), ConfigurationError, header);
});

test('a method is a token, and kept as it is written', () => {
  assert.equal(read({ method: 'get' }).method, 'get');
  assert.throws(() => read({ method: 'GET /' }), ConfigurationError);
});

test('a body is text, or the content of a file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'request-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const bytes = Buffer.from([0, 255, 10]);
  writeFileSync(join(folder, 'body'), bytes);
  assert.deepEqual(Buffer.from(read({ body: 'é' }).body ?? []), Buffer.from('é'));
  assert.deepEqual(read({ body: `@${join(folder, 'body')}` }).body, bytes);
  assert.throws(() => read({ body: `@${folder}` }), /: is not a regular file$/);
  assert.throws(() => read({ body: `@${join(folder, 'none')}` }), /none: cannot be read \(ENOENT\)$/);
});
