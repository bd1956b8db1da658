import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readBucketInfoRule } from '../support/harness/bucket-encryption/bucket-info.ts';
import { readRule, ruleXml } from '../support/harness/bucket-encryption/encryption-rule.ts';
import {
  prepareDeletedRule,
  prepareNoRule,
  prepareRule,
} from '../support/harness/bucket-encryption/rule-preparation.ts';
import { BucketRules } from '../support/harness/bucket-encryption/bucket-rules.ts';
import {
  deleteBucketEncryption,
  getBucketEncryption,
  putBucketEncryption,
} from '../support/harness/bucket-encryption/encryption-requests.ts';
import { getBucketInfo } from '../support/harness/conversation/requests.ts';
import { beginning } from '../support/harness/phrases/phrases.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld, ScenarioBucket } from '../support/harness/world/world.ts';
import type { BringBucket } from './buckets.ts';
import { definePhrases, defineWords } from './define-phrases.ts';
import { rulePhrases } from './rule-phrases.ts';
import { holds, inWords, requireElements, wantedElements, type WantedElements } from './rule-tables.ts';
import { rowsOf, withTargetValues, type Row } from './tables.ts';

/** A bucket's encryption rule: how it is set up, asked for and judged. */

type Preparation = (world: OssWorld) => Promise<void>;
type Call = (world: OssWorld, principal: Principal) => Promise<void>;
type FindBucket = (world: OssWorld) => ScenarioBucket;
type RequireRule = (world: OssWorld, bucket: ScenarioBucket) => Promise<void>;
type RequireRuleElements = (world: OssWorld, wanted: WantedElements) => Promise<void>;

definePhrases<Preparation>('ruleHistory', {
  'without an encryption rule': () => prepareNoRule,
  ...beginning('whose encryption rule is', rulePhrases, preparationOf),
  'whose encryption rule was deleted': () => async (world) => {
    await prepareRule(world, [['SSEAlgorithm', 'AES256']]);
    await world.prepare('DeleteBucketEncryption', deleteBucketEncryption(world.bucket.name));
  },
});

definePhrases<Preparation>('ruleChange', {
  ...beginning('changed to', rulePhrases, preparationOf),
  deleted: () => prepareDeletedRule,
});

definePhrases<Call>('ruleCall', {
  ...beginning('sets the encryption rule to', rulePhrases, (rule) => (world, principal) => {
    const body = ruleXml(withTargetValues(world, rule));
    return world.ask(principal, putBucketEncryption(world.bucket.name, body));
  }),
  'reads the encryption rule': () => (world, principal) => world.ask(principal, getBucketEncryption(world.bucket.name)),
  'deletes the encryption rule': () => (world, principal) =>
    world.ask(principal, deleteBucketEncryption(world.bucket.name)),
  'reads the bucket info': () => (world, principal) => world.ask(principal, getBucketInfo(world.bucket.name)),
});

defineWords<FindBucket>('whichBucket', {
  'the bucket': ({ bucket }) => bucket,
  'the other bucket': ({ otherBucket }) => otherBucket,
});

definePhrases<RequireRule>('ruleState', {
  ...beginning('is', rulePhrases, (rule) => (world, bucket) => {
    const wanted = wantedElements(withTargetValues(world, rule));
    return world.part(BucketRules).require(bucket, inWords(wanted), (reading) => holds(reading, wanted));
  }),
  'is unchanged': () => (world, bucket) => world.part(BucketRules).requireUnchanged(bucket),
});

defineWords<RequireRuleElements>('shownRule', {
  "the bucket's encryption rule": (world, wanted) =>
    world.part(BucketRules).require(world.bucket, inWords(wanted), (reading) => holds(reading, wanted)),
  'the rule in the answer': async (world, wanted) => {
    const answer = await world.settledAnswer((candidate) => holds(readRule(candidate), wanted));
    requireElements(readRule(answer), wanted);
  },
  'the rule in the bucket info': async (world, wanted) => {
    const answer = await world.settledAnswer((candidate) => holds(readBucketInfoRule(candidate), wanted));
    requireElements(readBucketInfoRule(answer), wanted);
  },
});

Given('{bucket} {ruleHistory}', async function (this: OssWorld, bring: BringBucket, prepare: Preparation) {
  await bring(this);
  await prepare(this);
});

Given('the encryption rule was {ruleChange}', async function (this: OssWorld, prepare: Preparation) {
  await prepare(this);
});

When('{principal} {ruleCall}', async function (this: OssWorld, principal: Principal, call: Call) {
  await call(this, principal);
});

When(
  '{principal} sets the encryption rule to',
  async function (this: OssWorld, principal: Principal, content: DataTable | string) {
    const body = typeof content === 'string' ? content : ruleXml(rowsOf(this, content));
    await this.ask(principal, putBucketEncryption(this.bucket.name, body));
  },
);

Then(
  "{whichBucket}'s encryption rule {ruleState}",
  async function (this: OssWorld, bucketOf: FindBucket, requireRule: RequireRule) {
    await requireRule(this, bucketOf(this));
  },
);

Then('{whichBucket} has no encryption rule', async function (this: OssWorld, bucketOf: FindBucket) {
  await this.part(BucketRules).require(bucketOf(this), 'no rule', ({ kind }) => kind === 'none');
});

Then(
  '{shownRule} holds',
  async function (this: OssWorld, requireRuleElements: RequireRuleElements, elements: DataTable) {
    await requireRuleElements(this, wantedElements(rowsOf(this, elements)));
  },
);

function preparationOf(rule: readonly Row[]): Preparation {
  return (world) => prepareRule(world, withTargetValues(world, rule));
}
