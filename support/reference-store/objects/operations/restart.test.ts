import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ObjectClient } from '../testing/object-client.ts';

const script = fileURLToPath(new URL('../../testing/serve-until-killed.ts', import.meta.url));
const principals = {
  owner: { accessKeyId: 'owner', accessKeySecret: 'secret' },
  delegate: { accessKeyId: 'delegate', accessKeySecret: 'secret' },
  outsider: { accessKeyId: 'outsider', accessKeySecret: 'secret' },
};

describe('a store that is killed and started again', () => {
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'restart-'));
  });

  after(async () => {
    await rm(directory, { recursive: true });
  });

  /** Runs the store in its own process, with the keys in their default place, until the task is done; then kills it. */
  async function withStore(
    task: (
      client: ObjectClient<{ endpoint: string; principals: typeof principals; close(): Promise<void> }>,
    ) => Promise<void>,
  ): Promise<void> {
    const child: ChildProcess = spawn(process.execPath, [script, join(directory, 'data'), JSON.stringify(principals)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, XDG_STATE_HOME: join(directory, 'state') },
    });
    assert.ok(child.stdout !== null);
    const [endpoint] = await once(createInterface({ input: child.stdout }), 'line');
    const client = ObjectClient.of({ endpoint: String(endpoint), principals, close: async () => {} });
    try {
      await task(client);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await client.close();
    }
  }

  it('has its rules and its encrypted objects, with keys that lie outside the data directory', async () => {
    const bytes = randomBytes(5_000_000);
    await withStore(async (client) => {
      await client.send('PUT', '/bkt');
      await client.setRule('KMS', '<KMSDataEncryption>SM4</KMSDataEncryption>');
      assert.equal(
        (await client.send('PUT', '/bkt/by-rule', { body: bytes.subarray(0, 1_000_000) })).encryption,
        'KMS SM4 with key id',
      );
      const headers = { 'x-oss-server-side-encryption': 'AES256' };
      assert.equal((await client.send('PUT', '/bkt/by-header', { body: bytes, headers })).encryption, 'AES256');
    });
    await withStore(async (client) => {
      assert.ok((await client.send('GET', '/bkt/by-header')).body.equals(bytes));
      const byRule = await client.send('GET', '/bkt/by-rule');
      assert.ok(byRule.body.equals(bytes.subarray(0, 1_000_000)));
      assert.equal(byRule.encryption, 'KMS SM4 with key id');
      assert.deepEqual((await client.send('GET', '/bkt')).texts('Key', 'Contents'), ['by-header', 'by-rule']);
      assert.equal((await client.send('PUT', '/bkt/later', { body: 'x' })).encryption, 'KMS SM4 with key id');
    });
    const keyFiles = await readdir(join(directory, 'state', 'oss-conformance', 'master-keys'));
    assert.equal(keyFiles.length, 1);
    const keys: { serviceKey: string } = JSON.parse(
      await readFile(join(directory, 'state', 'oss-conformance', 'master-keys', keyFiles[0] ?? ''), 'utf8'),
    );
    for (const entry of await readdir(join(directory, 'data'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const stored = await readFile(join(entry.parentPath, entry.name));
      assert.ok(!stored.includes(keys.serviceKey) && !stored.includes(Buffer.from(keys.serviceKey, 'base64')));
    }
  });
});
