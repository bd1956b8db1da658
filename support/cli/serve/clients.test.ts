import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { directRoute } from '../../client/agent.ts';
import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { Exchange } from '../../client/exchange.ts';
import { answerOf } from '../../client/loopback/senders.ts';
import type { OssRequest } from '../../client/request.ts';
import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import type { XmlElement } from '../../client/xml/element.ts';
import { ServedStore } from '../../reference-store/client-tests/served-store.ts';
import { ownerKeys, ServingProcess } from './testing/serving-process.ts';

/** What a client gets from `serve`, in every way to reach it. */

const addressings = ['path', 'virtual'] as const;
const signatures = ['v1', 'v4'] as const;
const placements = ['header', 'url'] as const;

const bucketInfo: OssRequest = { method: 'GET', bucket: 'photos', query: [['bucketInfo']], headers: [] };

for (const words of [[], ['--tls'], ['--tls', '--fault', 'latency=1']])
  test(`${['serve', ...words].join(' ')} names itself as its callers do`, { timeout: 20_000 }, async (t) => {
    const serving = await ServingProcess.start('--bucket', 'photos', ...words);
    const ca = serving.ready.ca === undefined ? null : await readFile(serving.ready.ca, 'utf8');
    const { protocol, port } = new URL(serving.ready.endpoint);
    const host = `localhost:${port}`;
    for (const addressing of addressings) {
      const endpoint = `${protocol}//${host}`;
      const client = clientOf(t, { endpoint, addressing, route: { ...directRoute, ca } });
      const ask = async (request: Partial<OssRequest>, as: Credentials | null = ownerKeys): Promise<XmlElement> =>
        rootOf(await client.send({ ...bucketInfo, ...request }, as));

      const info = await ask({});
      for (const name of ['ExtranetEndpoint', 'IntranetEndpoint']) assert.equal(textAt(info, 'Bucket', name), host);

      const bucketHost = addressing === 'path' ? host : `photos.${host}`;
      assert.equal(textAt(await ask({}, null), 'HostId'), bucketHost);

      const key = 'a.txt';
      const upload = await ask({ method: 'POST', key, query: [['uploads']] });
      const uploadId = textAt(upload, 'UploadId') ?? '';
      const part: OssRequest['query'] = [
        ['partNumber', '1'],
        ['uploadId', uploadId],
      ];
      await client.send({ ...bucketInfo, method: 'PUT', key, query: part, body: Buffer.from('a') }, ownerKeys);
      const completed = await ask({
        method: 'POST',
        key,
        query: [['uploadId', uploadId]],
        headers: [['x-oss-complete-all', 'yes']],
      });
      const object = addressing === 'path' ? `${host}/photos/a.txt` : `photos.${host}/a.txt`;
      assert.equal(textAt(completed, 'Location'), `${protocol}//${object}`);
    }
    await serving.end();
  });

test(
  'the STS credentials in the target file of serve act as the owner in every style and signature',
  { timeout: 20_000 },
  async (t) => {
    await using served = await ServedStore.start('--bucket', 'photos');
    const { sts, principals } = served.target;
    const ownerId = async (client: OssClient, bucket: string): Promise<string | undefined> =>
      textAt(rootOf(await client.send({ ...bucketInfo, bucket }, principals.owner)), 'Bucket', 'Owner', 'ID');
    for (const addressing of addressings) {
      const client = clientOf(t, { endpoint: served.endpoint, addressing });
      for (const [signature, placement] of signatures.flatMap((each) =>
        placements.map((place) => [each, place] as const),
      )) {
        const how = { signature, placement };
        const bucket = `made-${addressing}-${signature}-${placement}`;
        const creation: OssRequest = { method: 'PUT', bucket, query: [], headers: [] };
        const refused = rootOf(await client.send(creation, sts.expired, how));
        assert.equal(textAt(refused, 'Code'), 'SecurityTokenExpired', bucket);
        assert.equal(answerOf((await client.send(creation, sts.valid, how)).outcome).status, 200, bucket);
        assert.equal(await ownerId(client, bucket), await ownerId(client, 'photos'));
      }
    }
  },
);

function clientOf(t: TestContext, options: Pick<OssClientOptions, 'endpoint' | 'addressing' | 'route'>): OssClient {
  const client = new OssClient({ ...options, region: 'cn-hangzhou', signature: 'v4' });
  t.after(() => client.close());
  return client;
}

function rootOf({ outcome }: Exchange): XmlElement {
  const reading = readXml(answerOf(outcome).body);
  assert.ok('root' in reading);
  return reading.root;
}
