import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StoreUnderTest, type AskableStore } from '../testing/store-under-test.ts';

const keys = {
  owner: { accessKeyId: 'owner', accessKeySecret: 's1' },
  delegate: { accessKeyId: 'delegate', accessKeySecret: 's2' },
  outsider: { accessKeyId: 'outsider', accessKeySecret: 's3' },
};

async function firstLine(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) return line;
  throw new Error('the store ended before it told its endpoint');
}

describe('a store with a data directory', () => {
  let dataDirectory: string;

  before(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'reference-store-'));
  });
  after(() => rm(dataDirectory, { recursive: true }));

  async function restarted<Result>(use: (store: StoreUnderTest) => Promise<Result>): Promise<Result> {
    const store = await StoreUnderTest.start({ dataDirectory, principals: keys });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }

  it('knows its buckets and rules again, and forgets what was deleted', async () => {
    await restarted(async (store) => {
      await store.ask('PUT', '/kept');
      await store.ask('PUT', '/ruled');
      await store.ask('PUT', '/cleared');
      await store.ask('PUT', '/deleted');
      await store.putRule('ruled', '<SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>k&amp;1</KMSMasterKeyID>');
      await store.putRule('cleared', '<SSEAlgorithm>AES256</SSEAlgorithm>');
      await store.ask('DELETE', '/cleared?encryption');
      await store.ask('DELETE', '/deleted');
    });
    await restarted(async (store) => {
      assert.equal((await store.ask('GET', '/kept?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
      assert.match((await store.ask('GET', '/ruled?encryption')).body, /KMS<.*k&amp;1</);
      assert.equal((await store.ask('GET', '/cleared?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
      assert.equal((await store.ask('GET', '/deleted')).outcome, '404 NoSuchBucket');
      assert.equal((await store.ask('PUT', '/kept', { as: 'outsider' })).outcome, '409 BucketAlreadyExists');
    });
  });

  it('loses nothing it acknowledged when it is killed', async () => {
    const script = fileURLToPath(new URL('../testing/serve-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataDirectory, JSON.stringify(keys)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const endpoint = await firstLine(child.stdout);
    const store = StoreUnderTest.of({
      endpoint,
      principals: keys,
      close: async () => {},
    } satisfies AskableStore);
    const names = Array.from({ length: 8 }, (_, index) => `killed-${index}`);
    let acknowledged = 0;
    const writing = names.map(async (name) => {
      assert.equal((await store.ask('PUT', `/${name}`)).outcome, '200');
      assert.equal((await store.putRule(name, '<SSEAlgorithm>SM4</SSEAlgorithm>')).outcome, '200');
      acknowledged += 1;
      // Killed as soon as the last answer arrives.
      if (acknowledged === names.length) child.kill('SIGKILL');
    });
    await Promise.all([...writing, once(child, 'exit')]);
    await store.close();
    await restarted(async (again) => {
      for (const name of names) assert.match((await again.ask('GET', `/${name}?encryption`)).body, /SM4/);
    });
  });

  it('does not start with a record it cannot read, and names it', async () => {
    const path = join(dataDirectory, 'buckets', 'kept.json');
    const text = await readFile(path, 'utf8');
    const unreadableRule = text.replace('"settings": {}', '"settings": {"encryption": {"algorithm":"DES"}}');
    for (const broken of ['', '{', '{}', unreadableRule]) {
      await writeFile(path, broken);
      await assert.rejects(
        restarted(async () => {}),
        /kept\.json is not a bucket record/,
      );
    }
    await writeFile(path, text);
    await restarted(async (store) => assert.equal((await store.ask('GET', '/kept')).outcome, '200'));
  });

  it('does not start with a setting it does not know, and says what to do', async () => {
    const path = join(dataDirectory, 'buckets', 'kept.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"settings": {}', '"settings": {"retention": {"days": 3}}'));
    await assert.rejects(
      restarted(async () => {}),
      /kept\.json has the setting "retention", which this version does not know; use the version that wrote it/,
    );
    await writeFile(path, text);
  });

  it('reads records of the first version, with each setting in a field', async () => {
    const common = { owner: '1000000000000001', createdAt: new Date(0), storageClass: 'Standard' };
    const rule = { algorithm: 'KMS', kmsMasterKeyId: 'k1', kmsDataEncryption: null };
    for (const [name, encryption] of [
      ['old-ruled', rule],
      ['old-plain', null],
    ] as const)
      await writeFile(
        join(dataDirectory, 'buckets', `${name}.json`),
        JSON.stringify({ name, ...common, dataRedundancyType: 'LRS', encryption }),
      );
    await restarted(async (store) => {
      const owner = (await store.ask('GET', '/kept?bucketInfo')).text('Bucket', 'Owner', 'ID');
      assert.equal(owner, common.owner);
      assert.match((await store.ask('GET', '/old-ruled?encryption')).body, /KMS<.*k1</);
      assert.equal((await store.ask('GET', '/old-plain?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
      assert.equal((await store.putRule('old-plain', '<SSEAlgorithm>AES256</SSEAlgorithm>')).outcome, '200');
      assert.equal((await store.ask('DELETE', '/old-ruled?encryption')).outcome, '204');
    });
    await restarted(async (store) => {
      assert.match((await store.ask('GET', '/old-plain?encryption')).body, /AES256</);
      assert.equal((await store.ask('GET', '/old-ruled?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
    });
  });

  it('leaves one file for each bucket', async () => {
    const files = await readdir(join(dataDirectory, 'buckets'));
    assert.ok(
      files.every((file) => /^[a-z0-9-]+\.json$/.test(file)),
      files.join(' '),
    );
  });

  it('takes concurrent changes one after the other', async () => {
    await restarted(async (store) => {
      const outcomes = await Promise.all(
        Array.from(
          { length: 6 },
          async (_, index) =>
            (await store.ask('PUT', '/contested', { as: index % 2 === 0 ? 'owner' : 'outsider' })).outcome,
        ),
      );
      assert.equal(new Set(outcomes).size, 2);
      const sides = [outcomes.filter((_, index) => index % 2 === 0), outcomes.filter((_, index) => index % 2 === 1)];
      assert.ok(
        sides.every((side) => new Set(side).size === 1),
        outcomes.join(' '),
      );
    });
  });
});
