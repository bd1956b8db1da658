import type { OssRequest } from '../../client/request.ts';
import { BucketRules } from '../bucket-encryption/bucket-rules.ts';
import {
  deleteBucketEncryption,
  getBucketEncryption,
  putBucketEncryption,
} from '../bucket-encryption/encryption-requests.ts';
import { describeReading, readRule, ruleXml, type RuleReading } from '../bucket-encryption/encryption-rule.ts';
import { prepareNoRule, prepareRule } from '../bucket-encryption/rule-preparation.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import type { NeutralResource } from './neutral-resource.ts';

const rule = [['SSEAlgorithm', 'AES256']] as const;
const inWords = 'SSEAlgorithm AES256';

/** The encryption rule AES256 of the scenario's bucket. */
export class RuleResource implements NeutralResource {
  readonly #world: OssWorld;

  constructor(world: OssWorld) {
    this.#world = world;
  }

  prepare(): Promise<void> {
    return prepareRule(this.#world, rule);
  }

  prepareAbsence(): Promise<void> {
    return prepareNoRule(this.#world);
  }

  get reading(): OssRequest {
    return getBucketEncryption(this.#world.bucket.name);
  }

  get creation(): OssRequest {
    return putBucketEncryption(this.#world.bucket.name, ruleXml(rule));
  }

  get deletion(): OssRequest {
    return deleteBucketEncryption(this.#world.bucket.name);
  }

  requireExistence(): Promise<void> {
    return this.#rules.require(this.#world.bucket, inWords, isThatRule);
  }

  requireAbsence(): Promise<void> {
    return this.#rules.require(this.#world.bucket, 'no rule', ({ kind }) => kind === 'none');
  }

  requireUnchanged(): Promise<void> {
    return this.#rules.requireUnchanged(this.#world.bucket);
  }

  async requireInAnswer(): Promise<void> {
    const reading = readRule(await this.#world.settledAnswer((answer) => isThatRule(readRule(answer))));
    if (!isThatRule(reading)) throw new Nonconformance(inWords, describeReading(reading));
  }

  async describe(): Promise<string> {
    return describeReading(await this.#rules.read(this.#world.bucket));
  }

  get #rules(): BucketRules {
    return this.#world.part(BucketRules);
  }
}

function isThatRule(reading: RuleReading): boolean {
  return reading.kind === 'rule' && reading.rule.SSEAlgorithm === 'AES256';
}
