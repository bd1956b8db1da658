import { unansweredInWords } from '../conversation/conversation.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import type { OssWorld, ScenarioBucket } from '../world/world.ts';
import { getBucketEncryption } from './encryption-requests.ts';
import { describeReading, readRule, sameReading, type RuleReading } from './encryption-rule.ts';

/** The encryption rules of a scenario's buckets, now and at the end of the set-up. */
export class BucketRules {
  readonly #world: OssWorld;
  readonly #before = new Map<ScenarioBucket, RuleReading>();

  constructor(world: OssWorld) {
    this.#world = world;
  }

  /** Keeps a bucket's rule at the end of the set-up. */
  remember(bucket: ScenarioBucket, reading: RuleReading): void {
    this.#before.set(bucket, reading);
  }

  /** Reads a bucket's rule as the owner. If there is no answer, the clauses on reading judge that. */
  async read(bucket: ScenarioBucket): Promise<RuleReading> {
    const request = getBucketEncryption(bucket.name);
    this.#world.requireOpenGate(request);
    try {
      const { answer } = await this.#world.look(request);
      return readRule(answer);
    } catch (error) {
      if (!(error instanceof Nonconformance)) throw error;
      return { kind: 'unreadable', words: unansweredInWords(error) };
    }
  }

  /** Waits until the owner reads the wanted rule, and returns the last reading. */
  async settled(bucket: ScenarioBucket, wanted: (reading: RuleReading) => boolean): Promise<RuleReading> {
    return this.#world.settled(
      () => this.read(bucket),
      (reading) => reading.kind === 'unreadable' || wanted(reading),
    );
  }

  /** Throws unless the owner eventually reads the wanted rule; `expected` describes it. */
  async require(bucket: ScenarioBucket, expected: string, wanted: (reading: RuleReading) => boolean): Promise<void> {
    const reading = await this.settled(bucket, wanted);
    if (wanted(reading)) return;
    const got = describeReading(reading);
    const before = this.#before.get(bucket);
    if (reading.kind === 'unreadable' && before?.kind !== 'rule' && before?.kind !== 'none')
      throw new Inconclusive(`the rule cannot be read back: ${got}`);
    throw new Nonconformance(expected, got);
  }

  /** Throws unless the bucket's rule is what it was at the end of the set-up. */
  async requireUnchanged(bucket: ScenarioBucket): Promise<void> {
    const before = this.#before.get(bucket);
    if (before === undefined) throw new Error('the scenario needs an unchanged rule, but its set-up read none');
    if (before.kind === 'unreadable') throw new Inconclusive(`the rule could not be read before: ${before.words}`);
    await this.require(bucket, `still ${describeReading(before)}`, (reading) => sameReading(reading, before));
  }
}
