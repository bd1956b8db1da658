import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ObjectClient } from '../testing/object-client.ts';
import type { ObjectReply } from '../testing/object-client.ts';

const text = 'twenty bytes of text'.repeat(20_000);

describe('an object read with Accept-Encoding', () => {
  let client: ObjectClient;

  before(async () => {
    client = await ObjectClient.start();
    const upload = (key: string, body: string, headers: Readonly<Record<string, string>>): Promise<ObjectReply> =>
      client.send('PUT', `/bkt/${key}`, { body, headers });
    await upload('text', text, { 'Content-Type': 'text/plain; charset=utf-8' });
    await upload('sealed', text, { 'Content-Type': 'text/plain', 'x-oss-server-side-encryption': 'AES256' });
    await upload('short', text.slice(0, 1023), { 'Content-Type': 'text/plain' });
    await upload('picture', text, { 'Content-Type': 'image/png' });
    await upload('encoded', text, { 'Content-Type': 'text/plain', 'Content-Encoding': 'br' });
  });

  after(async () => {
    await client.close();
  });

  for (const key of ['text', 'sealed'])
    it(`gzip is compressed, in chunks, without length and ETag (${key})`, async () => {
      const reply = await client.send('GET', `/bkt/${key}`, { headers: { 'Accept-Encoding': 'deflate, gzip' } });
      const names = ['Content-Encoding', 'Transfer-Encoding', 'Content-Length', 'ETag', 'Content-MD5'];
      assert.deepEqual(
        names.map((name) => reply.header(name)),
        ['gzip', 'chunked', undefined, undefined, undefined],
      );
      assert.equal(gunzipSync(reply.body).toString(), text);
      assert.ok(reply.body.length < text.length / 10);
    });

  const plain: readonly (readonly [what: string, key: string, headers: Readonly<Record<string, string>>])[] = [
    ['no such header', 'text', {}],
    ['identity', 'text', { 'Accept-Encoding': 'identity' }],
    ['gzip refused by a weight of 0', 'text', { 'Accept-Encoding': 'gzip;q=0' }],
    ['gzip and a range', 'text', { 'Accept-Encoding': 'gzip', Range: 'bytes=0-1999' }],
    ['gzip, below 1 KB', 'short', { 'Accept-Encoding': 'gzip' }],
    ['gzip, of a type that is compressed already', 'picture', { 'Accept-Encoding': 'gzip' }],
    ['gzip, with an encoding of its own', 'encoded', { 'Accept-Encoding': 'gzip' }],
  ];
  for (const [what, key, headers] of plain)
    it(`comes as it is stored: ${what}`, async () => {
      const reply = await client.send('GET', `/bkt/${key}`, { headers });
      assert.equal(reply.header('Content-Length'), String(reply.body.length));
      assert.notEqual(reply.header('ETag'), undefined);
      assert.equal(reply.body.toString(), text.slice(0, reply.body.length));
    });
});
