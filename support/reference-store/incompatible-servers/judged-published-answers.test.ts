import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ScenarioOutcome } from '../../harness/verdict/run-record.ts';
import { probe } from '../../run/preflight.ts';
import { startTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import * as published from './published-answers.ts';

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

async function judge(
  t: TestContext,
  behaviour: published.PublishedBehaviour,
  clauses: readonly string[],
): Promise<readonly ScenarioOutcome[]> {
  const { target, close } = await startTarget('published answers', style, behaviour);
  const reportsDirectory = await mkdtemp(join(tmpdir(), 'published-answers-'));
  t.after(async () => {
    await close();
    await rm(reportsDirectory, { recursive: true });
  });
  const limits = { ...target.limits, readAfterWriteMs: 500, backOffMs: 0 };
  const { outcomes } = await runSuite(
    { ...target, kind: 'endpoint', limits },
    {
      selection: { clauses, tags: null, shard: null },
      parallel: 0,
      reportsDirectory,
      formats: [],
      formatOptions: {},
    },
  );
  return outcomes;
}

function saying(outcomes: readonly ScenarioOutcome[], verdict: string): readonly (string | null)[] {
  return [...new Set(outcomes.filter((outcome) => outcome.verdict === verdict).map(({ reason }) => reason))];
}

test('a store that closes V1 is said to refuse V1, and its V4 is judged', async (t) => {
  const outcomes = await judge(t, published.withV1Closed, ['AUTH-01', 'AUTH-04', 'AUTH-36', 'AUTH-37', 'AUTH-39']);
  assert.deepEqual(saying(outcomes, 'unsupported'), [
    'the target refuses V1 signatures (403 AccessDenied, EC 0002-00000080)',
  ]);
  assert.deepEqual([...new Set(outcomes.map(({ verdict }) => verdict))].toSorted(), ['conformant', 'unsupported']);
});

test('a run that signs by V1 does not begin on such a store', async (t) => {
  const { target, close } = await startTarget('published answers', style, published.withV1Closed);
  t.after(close);
  await assert.rejects(probe({ ...target, signature: 'v1' }), {
    name: 'Inconclusive',
    message: /refuses V1 signatures \(403 AccessDenied, EC 0002-00000080\); run with --signature v4$/u,
  });
});

test('where the endpoint is forbidden for data, nothing is said of objects', async (t) => {
  const outcomes = await judge(t, published.withForbiddenEndpoint, ['OBJ-01', 'OBJ-07', 'OBJ-26', 'OBJ-30', 'PBE-01']);
  assert.deepEqual([...new Set(outcomes.map(({ verdict }) => verdict))].toSorted(), ['conformant', 'inconclusive']);
  for (const reason of saying(outcomes, 'inconclusive'))
    assert.match(reason ?? '', /PublicEndpointForbidden\); use a custom domain .* or an internal endpoint/u);
});

test('a public ACL that is refused is what is observed', async (t) => {
  const outcomes = await judge(t, published.withPublicAccessBlocked, ['GBE-18']);
  assert.deepEqual(saying(outcomes, 'observed'), ['403 AccessDenied to its PutBucket']);
});

const conformant: readonly (readonly [what: string, published.PublishedBehaviour, clauses: readonly string[]])[] = [
  ['new buckets that are not known at once', published.withSlowNewBuckets, ['PBE-01', 'GBE-13', 'GBI-01', 'DBE-02']],
  ['a wait for the rest of a body', published.withPatienceForBodies, ['ENV-15']],
  ['a front end that cannot read a length', published.withFrontEnd, ['ENV-15']],
  [
    'an error as the live service publishes it',
    published.withPublishedErrors,
    ['AUTH-36', 'AUTH-37', 'AUTH-39', 'ENV-01', 'ENV-04', 'ENV-06', 'ENV-08', 'ENV-10', 'PBE-23'],
  ],
  [
    'an expired key that is not known',
    published.withUnknownKeys,
    ['AUTH-35', 'AUTH-61', 'POST-02', 'ENV-01', 'ENV-02', 'ENV-04', 'ENV-06', 'ENV-31'],
  ],
  ['a key management that fails', published.withFailingKeys, ['OBJ-24']],
];
for (const [what, behaviour, clauses] of conformant)
  test(`${what} is no fault of a store`, async (t) => {
    const outcomes = await judge(t, behaviour, clauses);
    assert.deepEqual(
      outcomes.filter(({ verdict }) => verdict !== 'conformant').map(({ name, reason }) => [name, reason]),
      [],
    );
  });
