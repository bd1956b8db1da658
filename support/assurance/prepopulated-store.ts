import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { OssClient } from '../client/client.ts';
import type { Answer } from '../client/exchange.ts';
import type { OssRequest } from '../client/request.ts';
import { childrenOf, textAt, type XmlElement } from '../client/xml/element.ts';
import { readXml } from '../client/xml/reading.ts';
import { ruleXml } from '../harness/bucket-encryption/encryption-rule.ts';
import { getObject, putObject } from '../harness/objects/object-requests.ts';
import { getBucketEncryption, putBucketEncryption } from '../harness/bucket-encryption/encryption-requests.ts';
import { listBuckets, putBucket } from '../harness/conversation/requests.ts';
import { startReferenceStore, type ReferenceStore } from '../reference-store/store.ts';

/** A bucket that existed before any run: its rule, and its objects by key. */
interface Belongings {
  readonly algorithm: 'AES256' | 'KMS' | null;
  readonly objects: Readonly<Record<string, string>>;
}

/** One has a name that a run could have given. */
const before: Readonly<Record<string, Belongings>> = {
  'holiday-photos': { algorithm: 'AES256', objects: { 'sea.jpg': 'waves', 'a/b/c': '', 'naïve key?': 'text' } },
  'ossc-a1b2c3d4e5-0-1': { algorithm: 'KMS', objects: { 'not-ours': 'x' } },
  'plain-and-empty': { algorithm: null, objects: {} },
};

/** A reference store with buckets that no run created. */
export class PrepopulatedStore {
  readonly #store: ReferenceStore;
  readonly #client: OssClient;

  private constructor(store: ReferenceStore) {
    this.#store = store;
    const { endpoint, region } = store;
    this.#client = new OssClient({ endpoint, region, addressing: 'path', signature: 'v4' });
  }

  static async start(): Promise<PrepopulatedStore> {
    const store = new PrepopulatedStore(await startReferenceStore());
    for (const [bucket, { algorithm, objects }] of Object.entries(before)) {
      await store.#ask(putBucket(bucket));
      if (algorithm !== null) await store.#ask(putBucketEncryption(bucket, ruleXml([['SSEAlgorithm', algorithm]])));
      for (const [key, text] of Object.entries(objects))
        await store.#ask(putObject({ bucket, key }, new TextEncoder().encode(text)));
    }
    return store;
  }

  get endpoint(): string {
    return this.#store.endpoint;
  }

  get principals(): ReferenceStore['principals'] {
    return this.#store.principals;
  }

  /** Writes a target file for the store behind another endpoint. */
  async writeTarget(path: string, endpoint: string): Promise<void> {
    const { region, principals } = this.#store;
    const { owner, delegate, outsider } = principals;
    const target = { endpoint, region, addressing: 'path', principals: { owner, delegate, outsider } };
    await writeFile(path, stringify(target), { mode: 0o600 });
  }

  /** The names of all buckets. */
  async buckets(): Promise<readonly string[]> {
    const [list] = childrenOf(await this.#read(listBuckets(1000)), 'Buckets');
    return list === undefined ? [] : childrenOf(list, 'Bucket').map((bucket) => textAt(bucket, 'Name') ?? '');
  }

  /** Everything visible in the store: every bucket, its rule, and every object with its bytes and its date. */
  async everything(): Promise<string> {
    const seen: string[] = [];
    for (const bucket of (await this.buckets()).toSorted()) {
      const rule = await this.#send(getBucketEncryption(bucket));
      seen.push(`${bucket}: ${rule.status} ${withoutIds(Buffer.from(rule.body).toString())}`);
      const listing = await this.#read({ method: 'GET', bucket, query: [['max-keys', '1000']], headers: [] });
      for (const entry of childrenOf(listing, 'Contents')) {
        const key = textAt(entry, 'Key') ?? '';
        const { body } = await this.#ask(getObject({ bucket, key }));
        seen.push(`${bucket}/${key} of ${textAt(entry, 'LastModified')}: ${Buffer.from(body).toString('base64')}`);
      }
    }
    return seen.join('\n');
  }

  async close(): Promise<void> {
    await this.#client.close();
    await this.#store.close();
  }

  async #read(request: OssRequest): Promise<XmlElement> {
    const xml = readXml((await this.#ask(request)).body);
    if ('root' in xml) return xml.root;
    throw new Error(`${request.method} of the reference store's own is not XML: ${xml.fault.reason}`);
  }

  async #ask(request: OssRequest): Promise<Answer> {
    const answer = await this.#send(request);
    if (answer.status < 300) return answer;
    throw new Error(`${request.method} of the reference store's own was answered ${answer.status}`);
  }

  async #send(request: OssRequest): Promise<Answer> {
    const { outcome } = await this.#client.send(request, this.#store.principals.owner);
    if ('answer' in outcome) return outcome.answer;
    throw new Error(outcome.fault.message);
  }
}

function withoutIds(document: string): string {
  return document.replaceAll(/<RequestId>[^<]*/g, '<RequestId>');
}
