import assert from 'node:assert/strict';
import type OSS from 'ali-oss';
import { aliOss, requestStyles, type RequestStyle } from '../../support/reference-store/client-tests/ali-oss-client.ts';
import { startStore, type TestStore } from '../../support/reference-store/start-store.ts';
import { aliOssTrials } from './ali-oss-trials.ts';
import { opendalTrials, type Operator } from './opendal-trials.ts';
import { outcomeOf, passes, type Outcome, type Trial } from './trial.ts';

/** The results of a method, one for each column of the page. */
export interface Tried {
  readonly method: string;
  readonly operation: string;
  readonly outcomes: readonly Outcome[];
}

/** The rule of a bucket; `null` for none. */
type Rule = 'AES256' | null;
const rules: readonly Rule[] = [null, 'AES256'];

/** Each method of ali-oss in each request style, in a bucket without a rule and in one with. */
export async function tryAliOss(): Promise<readonly Tried[]> {
  const store = await startStore();
  try {
    const columns: (readonly Outcome[])[] = [];
    for (const style of requestStyles) {
      const perRule: (readonly Outcome[])[] = [];
      for (const rule of rules) {
        const bucket = `ali-oss-${style.signature}-${style.addressing}-${rule === null ? 'plain' : 'ruled'}`;
        const client = await clientOf(store, style, bucket, rule);
        perRule.push(await tryEach(aliOssTrials, client, { bucket, rule, observer: client }));
      }
      columns.push(aliOssTrials.map((_trial, at) => inBoth(perRule.map((outcomes) => outcomes[at] ?? ''))));
    }
    return tableOf(aliOssTrials, columns);
  } finally {
    await store.close();
  }
}

/** Each method of opendal in virtual-hosted style, in a bucket without a rule and in one with. */
export async function tryOpendal(
  operatorFor: (options: Readonly<Record<string, string>>) => Operator,
): Promise<readonly Tried[]> {
  const store = await startStore();
  // Names below localhost need not resolve: the store answers as a proxy, too.
  process.env['HTTP_PROXY'] = store.endpoint;
  try {
    const columns: (readonly Outcome[])[] = [];
    for (const rule of rules) {
      const bucket = `opendal-${rule === null ? 'plain' : 'ruled'}`;
      const observer = await clientOf(store, { signature: 'v4', addressing: 'path' }, bucket, rule);
      const operator = operatorFor({
        bucket,
        endpoint: store.endpoint.replace('127.0.0.1', 'localhost'),
        access_key_id: store.principals.owner.accessKeyId,
        access_key_secret: store.principals.owner.accessKeySecret,
      });
      columns.push(await tryEach(opendalTrials, operator, { bucket, rule, observer }));
    }
    return tableOf(opendalTrials, columns);
  } finally {
    delete process.env['HTTP_PROXY'];
    await store.close();
  }
}

async function clientOf(store: TestStore, style: RequestStyle, bucket: string, rule: Rule): Promise<OSS> {
  const place = { port: Number(new URL(store.endpoint).port), region: store.region };
  const client = aliOss(place, store.principals.owner, style);
  await client.putBucket(bucket);
  if (rule !== null) await client.putBucketEncryption(bucket, { SSEAlgorithm: rule });
  client.useBucket(bucket);
  return client;
}

interface Setting {
  readonly bucket: string;
  readonly rule: Rule;
  /** Looks at what a trial leaves. */
  readonly observer: OSS;
}

async function tryEach<Client>(
  trials: readonly Trial<Client>[],
  client: Client,
  { bucket, rule, observer }: Setting,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { method, use } of trials) {
    const key = method.replaceAll(/\W+/gu, '-');
    const outcome = await outcomeOf(async () => {
      await use(client, { bucket, key });
      await requireEncryption(observer, key, rule);
    });
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Every object that a method leaves has the encryption of its bucket's rule. */
async function requireEncryption(observer: OSS, key: string, rule: Rule): Promise<void> {
  for (const { name } of (await observer.list({ prefix: key })).objects) {
    const { headers } = (await observer.head(name)).res;
    assert.equal(headers['x-oss-server-side-encryption'], rule ?? undefined, `${name} has another encryption`);
  }
}

/** One outcome for both buckets; where they differ, both. */
function inBoth([plain = '', ruled = '']: readonly Outcome[]): Outcome {
  return plain === ruled ? plain : `without a rule: ${plain}; with one: ${ruled}`;
}

function tableOf<Client>(trials: readonly Trial<Client>[], columns: readonly (readonly Outcome[])[]): readonly Tried[] {
  return trials.map(({ method, operation }, at) => ({
    method,
    operation,
    outcomes: columns.map((column) => column[at] ?? ''),
  }));
}

/** How many methods pass in every column. */
export function passing(tried: readonly Tried[]): number {
  return tried.filter(({ outcomes }) => outcomes.every((outcome) => outcome === passes)).length;
}
