import type { SeenRequest } from '../../fault-proxy/fault.ts';

/** When a fault begins, in the order of a run. */
export const moments = [
  'first look',
  'gate',
  'bucket',
  'preparation',
  'write',
  'read',
  'reading back',
  'clean-up',
] as const;
export type Moment = (typeof moments)[number];

/** The two scenarios that are judged: one asks for a change and reads it back, one asks for what is there. */
export type Scenario = 'deletes the rule' | 'reads the rule';

interface MomentFacts {
  /** What the page says of it. */
  readonly says: string;
  readonly scenario: Scenario;
  readonly strikes: (request: SeenRequest) => boolean;
  /** Which of those requests it is, counted from 1: the gate and the preparation read the rule, too. */
  readonly from: number;
}

const readsRule = asks('GET', /\?encryption$/u);

/** The request of each moment. */
export const momentFacts: Readonly<Record<Moment, MomentFacts>> = {
  'first look': {
    says: 'ListBuckets, before anything is created',
    scenario: 'deletes the rule',
    strikes: asks('GET', /^\/\?/u),
    from: 1,
  },
  gate: {
    says: 'GetBucketEncryption on a fresh bucket: does the store know the sub-resource at all?',
    scenario: 'deletes the rule',
    strikes: readsRule,
    from: 1,
  },
  bucket: {
    says: "PutBucket, for the scenario's own bucket",
    scenario: 'deletes the rule',
    strikes: asks('PUT', /-0-\d+\/$/u),
    from: 1,
  },
  preparation: {
    says: "PutBucketEncryption in the scenario's `Given`",
    scenario: 'deletes the rule',
    strikes: asks('PUT', /\?encryption$/u),
    from: 1,
  },
  write: {
    says: 'the step under test, where it is DeleteBucketEncryption',
    scenario: 'deletes the rule',
    strikes: asks('DELETE', /\?encryption$/u),
    from: 1,
  },
  read: {
    says: 'the step under test, where it is GetBucketEncryption',
    scenario: 'reads the rule',
    strikes: readsRule,
    from: 3,
  },
  'reading back': {
    says: 'GetBucketEncryption in a `Then`, to see what the step has done',
    scenario: 'deletes the rule',
    strikes: readsRule,
    from: 3,
  },
  'clean-up': {
    says: 'DeleteBucket, when the scenario is over',
    scenario: 'deletes the rule',
    strikes: asks('DELETE', /-0-\d+\/$/u),
    from: 1,
  },
};

function asks(method: string, target: RegExp): (request: SeenRequest) => boolean {
  return (request) => request.method === method && target.test(request.target);
}
