import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ObjectClient } from '../testing/object-client.ts';

const aes = { 'x-oss-server-side-encryption': 'AES256' };

describe('an interrupted transfer', () => {
  let client: ObjectClient;
  let directory: string;

  beforeEach(async () => {
    client = await ObjectClient.start();
    directory = join(client.under.store.dataDirectory, 'objects', 'bkt');
  });

  afterEach(async () => {
    await client.close();
  });

  /** Sends the head of a signed request; the test sends the rest. */
  async function begin(method: string, target: string, headers: Record<string, string>): Promise<Socket> {
    const date = new Date().toUTCString();
    const pairs = [['Host', '127.0.0.1'], ['Date', date], ...Object.entries(headers)] as [string, string][];
    const signed = client.under.sign(method, target, pairs, client.under.store.principals.owner);
    const socket = connect(client.under.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`${method} ${target} HTTP/1.1\r\n${signed.map((pair) => `${pair.join(': ')}\r\n`).join('')}\r\n`);
    return socket;
  }

  /** Waits a short time until the bucket's directory has that many files. */
  async function settlesAt(count: number): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const files = await readdir(directory).catch(() => []);
      if (files.length === count) return;
      assert.ok(Date.now() < deadline, `the directory still holds ${files.join(', ')}`);
      await pause(10);
    }
  }

  it('of an upload leaves nothing, and the object that was there', async () => {
    await client.send('PUT', '/bkt/key', { body: 'old', headers: aes });
    const socket = await begin('PUT', '/bkt/key', { 'Content-Length': '10000000', ...aes });
    socket.write(randomBytes(2_000_000));
    await settlesAt(2);
    socket.destroy();
    await settlesAt(1);
    assert.equal((await client.send('GET', '/bkt/key')).body.toString(), 'old');
  });

  it('of a download lets go of the object', async () => {
    await client.send('PUT', '/bkt/key', { body: randomBytes(30_000_000), headers: aes });
    const socket = await begin('GET', '/bkt/key', {});
    await once(socket, 'data');
    socket.pause();
    await client.send('DELETE', '/bkt/key');
    assert.equal((await readdir(directory)).length, 1);
    socket.destroy();
    await settlesAt(0);
  });

  it('by damage is an error where nothing was sent yet, and breaks off where something was', async (test) => {
    test.mock.method(console, 'error', () => {});
    await client.send('PUT', '/bkt/key', { body: randomBytes(600_000), headers: aes });
    const [body] = (await readdir(directory))
      .filter((name) => name.endsWith('.body'))
      .map((name) => join(directory, name));
    assert.ok(body !== undefined);
    const flip = async (at: number): Promise<void> => {
      const stored = await readFile(body);
      stored[at]! ^= 1;
      await writeFile(body, stored);
    };
    await flip(0);
    assert.equal((await client.send('GET', '/bkt/key')).outcome, '500 InternalError');
    await flip(0);
    await flip(590_000);
    await assert.rejects(client.send('GET', '/bkt/key'));
    const range = await client.send('GET', '/bkt/key', { headers: { Range: 'bytes=0-9' } });
    assert.equal(range.outcome, '206');
    await flip(590_000);
    assert.equal((await client.send('GET', '/bkt/key')).body.length, 600_000);
    await client.send('DELETE', '/bkt/key');
    await settlesAt(0);
  });
});
