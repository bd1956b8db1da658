import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OssClient } from '../../client/client.ts';
import { loadDeviation } from '../../reference-store/deviation.ts';
import { startReferenceStore } from '../../reference-store/store.ts';
import { VerifyingClient } from './verifying-client.ts';
import { WrongAnswer } from './wrong-answer.ts';

/**
 * Lets a client take some steps in a store, with or without a deviation. Throws WrongAnswer as soon as it notices one.
 */
async function drive(steps: number, deviation?: string): Promise<void> {
  const store = await startReferenceStore(deviation === undefined ? {} : { deviation: await loadDeviation(deviation) });
  const { endpoint, region, principals } = store;
  const client = new OssClient({ endpoint, region, addressing: 'path', signature: 'v4' });
  try {
    const verifying = new VerifyingClient(client, principals.owner, 'visited', () => undefined);
    await verifying.setUp();
    for (let step = 0; step < steps; step += 1) await verifying.step();
    await verifying.tearDown();
  } finally {
    await client.close();
    await store.close();
  }
}

describe('a client', () => {
  it('finds nothing wrong with a sound store, and leaves nothing in it', async () => {
    await drive(200);
  });

  // Enough for each step to be taken often; the first wrong answer ends it.
  const enough = 3_000;
  for (const deviation of [
    'deleted-rule-still-encrypts',
    'later-appends-show-no-encryption',
    'range-begins-at-its-cipher-block',
    'nothing-to-delete-is-404',
  ])
    it(`notices that ${deviation.replaceAll('-', ' ')}`, async () => {
      await assert.rejects(drive(enough, deviation), WrongAnswer);
    });
});
