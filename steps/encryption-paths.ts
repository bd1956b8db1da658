import { Then, When, type DataTable } from '@cucumber/cucumber';
import {
  compareClients,
  type EncryptionAct,
  type EncryptionClient,
} from '../support/harness/bucket-encryption/client-comparison/encryption-client.ts';
import { everyClient } from '../support/harness/bucket-encryption/client-comparison/client-comparison.ts';
import { ossutilPath } from '../support/ossutil/runner/encryption-client.ts';
import { rawPath } from '../support/harness/bucket-encryption/client-comparison/own-client.ts';
import { sdkPath } from '../support/harness/bucket-encryption/client-comparison/sdk-client.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** The same acts by every path that leads to the store. */

When('every path goes through', async function (this: OssWorld, table: DataTable) {
  const acts = actsIn(table);
  this.observations.push(
    compareClients(acts, await everyClient(this, await clientsOf(this), acts, () => this.useBucket())),
  );
});

When('every path goes on that bucket through', async function (this: OssWorld, table: DataTable) {
  const acts = actsIn(table);
  this.observations.push(
    compareClients(acts, await everyClient(this, await clientsOf(this), acts, () => Promise.resolve())),
  );
});

Then('where the paths differ is reported', function (this: OssWorld) {
  if (this.observations.length === 0) throw new Error('no path was compared');
});

/** The suite's own client goes first: the gate stops it where the store does not know the sub-resource. */
async function clientsOf(world: OssWorld): Promise<readonly EncryptionClient[]> {
  const sdk = await sdkPath(world.target);
  return [rawPath(world), await ossutilPath(world), ...(sdk === null ? [] : [sdk])];
}

function actsIn(table: DataTable): readonly EncryptionAct[] {
  return table.raw().map(([what = '', value = '']) => actCalled(what, value));
}

function actCalled(what: string, algorithm: string): EncryptionAct {
  switch (what) {
    case 'set':
      return { what, algorithm };
    case 'read':
    case 'delete':
      return { what };
    default:
      throw new Error(`a path knows no act "${what}"`);
  }
}
