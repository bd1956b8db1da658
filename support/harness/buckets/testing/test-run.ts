import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OssClient } from '../../../client/client.ts';
import { Ledger, type OwnBucket } from '../ledger.ts';
import { MinimalStore } from './minimal-store.ts';

/** A run with a minimal store, a client for it, and a ledger in its own folder. */
export class TestRun {
  readonly store: MinimalStore;
  readonly endpoint: string;
  readonly directory: string;
  readonly client: OssClient;
  readonly ledger: Ledger;

  static async start(): Promise<TestRun> {
    const store = new MinimalStore();
    return new TestRun(store, await store.listen());
  }

  private constructor(store: MinimalStore, endpoint: string) {
    this.store = store;
    this.endpoint = endpoint;
    this.directory = mkdtempSync(join(tmpdir(), 'test-run-'));
    this.client = new OssClient({ endpoint, region: 'cn-hangzhou', addressing: 'path', signature: 'v4' });
    this.ledger = Ledger.open(this.directory, 'run-1', { endpoint, region: 'cn-hangzhou', addressing: 'path' });
  }

  /** A bucket that the ledger names as created. */
  async own(name: string): Promise<OwnBucket> {
    await this.ledger.intend(name);
    return this.ledger.created(name);
  }

  async close(): Promise<void> {
    this.ledger.close();
    await this.client.close();
    await this.store.close();
    rmSync(this.directory, { recursive: true });
  }
}
