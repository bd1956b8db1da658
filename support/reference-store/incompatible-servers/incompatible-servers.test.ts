import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { StoreUnderTest, ruleDocument } from '../testing/store-under-test.ts';
import { startDroppingGateway } from './dropping-gateway.ts';
import { startEmulator } from './emulator.ts';
import type { IncompatibleServer } from './incompatible-server.ts';
import { startSilentMock } from './silent-mock.ts';

let server: IncompatibleServer;

async function asking(start: () => Promise<IncompatibleServer>): Promise<StoreUnderTest<IncompatibleServer>> {
  server = await start();
  return StoreUnderTest.of(server);
}

const rule = ruleDocument('<SSEAlgorithm>AES256</SSEAlgorithm>');

describe('incompatible servers', () => {
  afterEach(() => server.close());

  it('the emulator takes ?encryption for the bucket itself and believes every signature', async () => {
    const client = await asking(startEmulator);
    const forged = { accessKeyId: 'a', accessKeySecret: 'b' };
    assert.equal((await client.ask('PUT', '/bkt?encryption', { as: forged, body: 'not a rule' })).status, 200);
    assert.deepEqual([...server.buckets], ['bkt']);
    assert.equal((await client.ask('GET', '/bkt?encryption')).xml.name, 'ListBucketResult');
    assert.equal((await client.ask('DELETE', '/bkt?encryption')).status, 200);
    assert.deepEqual([...server.buckets], []);
    const missing = await client.ask('GET', '/bkt');
    assert.equal(missing.outcome, '404 NoSuchBucket');
    assert.equal(missing.headers.filter(([name]) => name === 'Server').length, 2);
  });

  it('the silent mock never answers GET ?encryption and answers everything else', async () => {
    const client = await asking(startSilentMock);
    assert.equal((await client.ask('PUT', '/bkt')).status, 200);
    const unanswered = client.ask('GET', '/bkt?encryption');
    assert.equal((await client.ask('PUT', '/bkt?encryption', { body: rule })).outcome, '409 BucketAlreadyExists');
    assert.equal((await client.ask('GET', '/bkt')).header('x-oss-request-id'), undefined);
    assert.equal((await client.ask('DELETE', '/bkt?encryption')).status, 204);
    assert.deepEqual([...server.buckets], []);
    await server.close();
    await assert.rejects(unanswered);
  });

  it('the gateway checks V1, drops the connection on ?encryption, and knows no DELETE for it', async () => {
    const client = await asking(startDroppingGateway);
    assert.equal((await client.ask('PUT', '/bkt', { as: null })).outcome, '403 AccessDenied');
    const forged = { ...server.principals.owner, accessKeySecret: 'guessed' };
    assert.equal((await client.ask('PUT', '/bkt', { as: forged })).outcome, '403 SignatureDoesNotMatch');
    assert.equal((await client.ask('PUT', '/bkt')).status, 200);
    await assert.rejects(client.ask('PUT', '/bkt?encryption', { body: rule }));
    await assert.rejects(client.ask('GET', '/bkt?encryption'));
    const unknown = await client.ask('DELETE', '/bkt?encryption');
    assert.equal(unknown.outcome, '501 NotImplemented');
    assert.equal(unknown.header('x-oss-request-id'), '');
    assert.deepEqual([...server.buckets], ['bkt']);
  });
});
