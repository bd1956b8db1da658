import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Credentials } from '../client/credentials.ts';
import type { OssRequest } from '../client/request.ts';
import { readCatalogue, type Catalogue } from '../harness/catalogue/catalogue.ts';
import { capabilities, defaultLimits, type Target } from '../harness/target/target.ts';
import { testTarget } from '../harness/target/testing/test-target.ts';
import { Blocked } from '../harness/verdict/finding.ts';
import { Session } from '../harness/world/session.ts';
import { OssWorld } from '../harness/world/world.ts';
import { startEmulator } from '../reference-store/incompatible-servers/emulator.ts';
import { openParameters } from './run.ts';

/** A family is added by new files only. This one has two clauses and no step. */
const clauses = `
prefix: TAG
operation: Bucket tagging
epic: Bucket tagging
actions: [oss:PutBucketTagging, oss:GetBucketTagging, oss:DeleteBucketTagging]
subResource:
  name: tagging
  gate: TAG-01
  reading: TAG-01
  names: [Tagging, TagSet]
  text: [TagSet]
clauses:
  - { id: TAG-01, level: must, trust: doc, title: Tags are read, says: GET /?tagging reads them., source: GetBucketTagging }
  - { id: TAG-02, level: must, trust: doc, title: Tags are deleted, says: DELETE /?tagging deletes them., source: DeleteBucketTagging }
`;
const feature = `
Feature: Bucket tagging
  @TAG-01
  Rule: Tags are read
    Scenario: A bucket without tags
      Given a bucket
  @TAG-02
  Rule: Tags are deleted
    Scenario: Deleting tags keeps the bucket
      Given a bucket
`;

const deleteTags = (bucket: string): OssRequest => ({ method: 'DELETE', bucket, query: [['tagging']], headers: [] });

async function folder(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'new-family-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function catalogueOf(t: TestContext): Promise<Catalogue> {
  const directory = await folder(t);
  await mkdir(join(directory, 'buckets', 'bucket-tagging'), { recursive: true });
  await writeFile(join(directory, 'buckets', 'bucket-tagging', 'bucket-tagging.yaml'), clauses);
  await writeFile(join(directory, 'buckets', 'bucket-tagging', 'bucket-tagging.feature'), feature);
  return readCatalogue({ root: directory, name: 'buckets' });
}

function targetAt(endpoint: string, owner: Credentials): Target {
  const limits = { ...defaultLimits, throttledMs: 100, backOffMs: 0 };
  return testTarget(owner, { endpoint, capabilities, limits });
}

/** Plays one step with a bucket of the run. */
async function play(
  t: TestContext,
  catalogue: Pick<Catalogue, 'subResources'>,
  target: Target,
  step: (world: OssWorld) => Promise<void>,
): Promise<void> {
  const parameters = await openParameters(catalogue, target, { reportsDirectory: await folder(t), parallel: 0 });
  const session = Session.openInOrder(parameters, '0');
  const world = new OssWorld({
    attach: async () => undefined,
    log: () => undefined,
    link: () => undefined,
    parameters: {},
  });
  world.enter(session);
  try {
    await world.useBucket();
    await step(world);
  } finally {
    await world.leave();
    await session.close();
  }
}

/** Answers the tagging sub-resource, and everything else with an empty success. */
async function serverWithTags(t: TestContext): Promise<{ readonly endpoint: string; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.end(request.url?.endsWith('?tagging') === true ? '<Tagging><TagSet/></Tagging>' : '');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  // It listens on a port.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, requests };
}

test('a family that is added by new files loads, at any depth', async (t) => {
  const { clauses: loaded, subResources } = await catalogueOf(t);
  assert.deepEqual(
    loaded.map(({ id, family, scenarios }) => [id, family, scenarios.length]),
    [
      ['TAG-01', 'bucket-tagging', 1],
      ['TAG-02', 'bucket-tagging', 1],
    ],
  );
  assert.deepEqual(
    subResources.map(({ name, gate }) => [name, gate]),
    [['tagging', 'TAG-01']],
  );
});

test('DELETE of its sub-resource never reaches a server that takes it for DELETE of the bucket', async (t) => {
  const emulator = await startEmulator();
  t.after(() => emulator.close());
  const target = targetAt(emulator.endpoint, emulator.principals.owner);
  await play(t, await catalogueOf(t), target, (world) =>
    assert.rejects(world.ask('owner', deleteTags(world.bucket.name)), (error: unknown) => {
      assert.ok(error instanceof Blocked);
      assert.match(error.message, /^GET \?tagging does not work here: got 200 \w+ \(TAG-01\)$/u);
      return emulator.buckets.has(world.bucket.name);
    }),
  );
  const tagged = emulator.requests.filter((request) => request.endsWith('?tagging'));
  assert.match(tagged.join(), /^GET [^,]*$/u);
});

test('DELETE of its sub-resource reaches a store that knows it', async (t) => {
  const { endpoint, requests } = await serverWithTags(t);
  const target = targetAt(endpoint, { accessKeyId: 'id', accessKeySecret: 'secret' });
  await play(t, await catalogueOf(t), target, (world) => world.ask('owner', deleteTags(world.bucket.name)));
  assert.equal(requests.filter((request) => /^DELETE .*\?tagging$/u.test(request)).length, 1);
});

test('DELETE of a sub-resource that no clause file declares reaches no server at all', async (t) => {
  const { endpoint, requests } = await serverWithTags(t);
  const target = targetAt(endpoint, { accessKeyId: 'id', accessKeySecret: 'secret' });
  await play(t, { subResources: [] }, target, (world) =>
    assert.rejects(world.ask('owner', deleteTags(world.bucket.name)), /DELETE \?tagging is not sent/u),
  );
  assert.deepEqual(
    requests.filter((request) => request.endsWith('?tagging')),
    [],
  );
});
