import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { chooseFaults } from './fault-choice.ts';
import { startServedStore } from './served-store.ts';

for (const faults of [[], ['throttle']])
  test(`a store ${faults.length === 0 ? 'without' : 'with'} faults whose port is taken is the user's mistake, and lets go of its data`, async (t) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'served-store-'));
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    t.after(() => {
      taken.close();
      rmSync(dataDirectory, { recursive: true });
    });
    // A server that listens on TCP has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { port } = taken.address() as AddressInfo;
    const options = { ...chooseFaults(faults), host: '127.0.0.1', certificate: null, seed: 0, dataDirectory };
    await assert.rejects(startServedStore({ ...options, port }), ConfigurationError);
    const store = await startServedStore({ ...options, port: 0 });
    await store.close();
  });

const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

test('a store with faults is served at an IPv6 address, too', { skip: !hasIPv6 }, async () => {
  const options = { ...chooseFaults(['throttle']), host: '::1', port: 0, certificate: null, seed: 0 };
  const store = await startServedStore(options);
  assert.match(store.endpoint, /^http:\/\/\[::1\]:\d+$/u);
  const { status } = await fetch(store.endpoint);
  await store.close();
  assert.equal(status, 503);
});
