import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentedBehaviour } from './behaviour.ts';
import { deviateFrom, deviationNames, loadDeviation } from './deviation.ts';
import type { Deviation } from './deviation.ts';
import { loadFamilies } from './family.ts';
import { rawExchange } from './testing/raw-exchange.ts';
import { StoreUnderTest } from './testing/store-under-test.ts';

const families = await loadFamilies();

describe('every deviation', () => {
  for (const name of deviationNames())
    it(`${name} says what is wrong, and changes something`, async () => {
      const deviation = await loadDeviation(name);
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(deviation.clause, /^[A-Z]+-\d{2}$/);
      assert.match(deviation.mistake, /^[A-Z].*\.$/s);
      assert.ok(deviation.caughtAs);
      for (const [clause, reason] of Object.entries(deviation.alsoCaughtBy ?? {})) {
        assert.match(clause, /^([A-Z]+-(\d{2}|\*)|\*)$/);
        assert.ok(reason);
      }
      const documented = documentedBehaviour(families.map(({ behaviour }) => behaviour));
      assert.notDeepEqual(deviateFrom(documented, deviation), documented);
    });

  it('is loaded by its name only', async () => {
    await assert.rejects(loadDeviation('../store'), /there is no deviation "\.\.\/store"/);
  });
});

const kmsRule = '<SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>';
const aesRule = '<SSEAlgorithm>AES256</SSEAlgorithm>';

/** A few of each kind, with a request that shows them: this proves that the replaced functions change the answers. */
const shown: Record<string, (store: StoreUnderTest) => Promise<unknown>> = {
  'algorithm-in-any-case': async (store) => (await store.putRule('bkt', '<SSEAlgorithm>aes256</SSEAlgorithm>')).outcome,
  'put-merges-into-the-old-rule': async (store) => {
    await store.putRule('bkt', kmsRule);
    await store.putRule('bkt', '<SSEAlgorithm>KMS</SSEAlgorithm>');
    return (await store.ask('GET', '/bkt?encryption')).body.includes('KMSMasterKeyID');
  },
  'refused-put-removes-the-rule': async (store) => {
    await store.putRule('bkt', aesRule);
    await store.putRule('bkt', '<SSEAlgorithm>DES</SSEAlgorithm>');
    return (await store.ask('GET', '/bkt?encryption')).outcome;
  },
  'delete-encryption-removes-the-bucket': async (store) => {
    await store.ask('DELETE', '/bkt?encryption');
    return (await store.ask('GET', '/bkt')).outcome;
  },
  'new-bucket-has-a-rule': async (store) => (await store.ask('GET', '/bkt?encryption')).outcome,
  'rule-is-cached-for-ever': async (store) => {
    await store.putRule('bkt', kmsRule);
    await store.ask('GET', '/bkt?encryption');
    await store.ask('DELETE', '/bkt?encryption');
    return (await store.ask('GET', '/bkt?encryption')).outcome;
  },
  'outsider-may-read-the-rule': async (store) =>
    (await store.ask('GET', '/bkt?encryption', { as: 'outsider' })).outcome,
  'any-signature-is-accepted': async (store) => {
    const { accessKeyId } = store.store.principals.owner;
    return (await store.ask('GET', '/bkt', { as: { accessKeyId, accessKeySecret: 'guessed' } })).outcome;
  },
  'no-rule-is-400': async (store) => (await store.ask('GET', '/bkt?encryption')).outcome,
  'errors-are-json': async (store) => (await store.ask('GET', '/none')).header('content-type'),
  'request-id-is-missing-on-errors': async (store) =>
    (await store.ask('GET', '/none')).header('x-oss-request-id') ?? '',
  'encryption-is-not-routed': async (store) => (await store.ask('GET', '/bkt?encryption')).xml.name,
};

async function show(name: string, deviation?: Deviation): Promise<unknown> {
  const store = await StoreUnderTest.start(deviation ? { deviation } : {});
  try {
    assert.equal((await store.ask('PUT', '/bkt')).status, 200);
    return await shown[name]?.(store);
  } finally {
    await store.close();
  }
}

describe('a store that deviates', () => {
  for (const name of Object.keys(shown))
    it(`answers differently: ${name}`, async () => {
      const deviation = await loadDeviation(name);
      const [right, wrong] = [await show(name), await show(name, deviation)];
      assert.notEqual(wrong, right);
    });

  it('remembers only what happened to itself', async () => {
    const deviation = await loadDeviation('rule-is-cached-for-ever');
    assert.equal(await show('rule-is-cached-for-ever', deviation), '200');
    assert.equal(await show('no-rule-is-400', deviation), '404 NoSuchServerSideEncryptionRule');
  });

  for (const [delivery, bodyLength] of [
    ['silence', null],
    ['drop', null],
    [{ cutAfter: 10 }, 10],
  ] as const)
    it(`can deliver an answer as ${JSON.stringify(delivery)}`, async () => {
      const answered = Promise.withResolvers<void>();
      const deviation: Deviation = {
        clause: 'ENV-01',
        mistake: 'Breaks off.',
        caughtAs: 'no answer',
        deviate: () => ({
          answer(answer) {
            answered.resolve();
            return { ...answer, delivery };
          },
        }),
      };
      const store = await StoreUnderTest.start({ deviation });
      const exchange = rawExchange(store.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await answered.promise;
      if (delivery === 'silence') await store.close();
      const [, body = null] = (await exchange).text.split('\r\n\r\n');
      assert.equal(body === null ? null : body.length, bodyLength);
      await store.close();
    });
});
