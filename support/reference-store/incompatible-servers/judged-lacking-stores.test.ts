import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLedger } from '../../harness/buckets/ledger.ts';
import { verdictOnClause } from '../../harness/verdict/verdict.ts';
import { startTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import * as stores from './lacking-stores.ts';

const manner = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

for (const [name, store] of Object.entries(stores))
  test(`a store ${name}`, async (t) => {
    const { target, close } = await startTarget(name, manner, store);
    const reportsDirectory = await mkdtemp(join(tmpdir(), 'lacking-store-'));
    t.after(async () => {
      await close();
      await rm(reportsDirectory, { recursive: true });
    });
    const limits = { ...target.limits, readAfterWriteMs: 0, backOffMs: 0 };
    const { outcomes } = await runSuite(
      { ...target, limits },
      {
        selection: { clauses: [], tags: null, shard: null },
        parallel: 0,
        reportsDirectory,
        formats: [],
        formatOptions: {},
      },
    );
    const clauses = [...Map.groupBy(outcomes, ({ clause }) => clause)].map(([id, own]) => ({
      id,
      ...verdictOnClause(own),
    }));
    const by = Map.groupBy(clauses, ({ verdict }) => verdict);
    for (const [verdict, own] of by)
      console.log(
        name,
        verdict,
        own.length,
        verdict === 'conformant' || verdict === 'observed'
          ? ''
          : own.map(({ id, reason, blockedBy }) => `${id} [${blockedBy ?? reason?.slice(0, 300)}]`).join('\n   '),
      );
    assert.deepEqual(readLedger(reportsDirectory), []);
  });
