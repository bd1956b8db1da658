import { When, type DataTable } from '@cucumber/cucumber';
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

/** The same calls with every available client. */

/** Where the clients of a scenario differ. */
export class ClientDifferences {
  #words: string | null = null;

  get words(): string {
    if (this.#words === null) throw new Error('the scenario reports where clients differ but compared none');
    return this.#words;
  }

  set words(words: string) {
    this.#words = words;
  }
}

// Each client has its own bucket, unless the scenario is about one bucket.
When('every client in turn', async function (this: OssWorld, table: DataTable) {
  const acts = actsIn(table);
  const giveBucket = this.hasBucket ? () => Promise.resolve() : () => this.useBucket();
  this.part(ClientDifferences).words = compareClients(
    acts,
    await everyClient(this, await clientsOf(this), acts, giveBucket),
  );
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
    case 'sets':
      return { what: 'set', algorithm };
    case 'reads':
      return { what: 'read' };
    case 'deletes':
      return { what: 'delete' };
    default:
      throw new Error(`a client knows no "${what}"`);
  }
}
