import type { SeenRequest } from '../../fault-proxy/fault.ts';

/** When a fault begins, in the order of a run. */
export const faultPoints = [
  'first look',
  'gate',
  'bucket',
  'preparation',
  'write',
  'read',
  'reading back',
  'clean-up',
] as const;
export type FaultPoint = (typeof faultPoints)[number];

/** The two judged scenarios: one changes something and reads it back, the other only reads. */
export type Scenario = 'deletes the rule' | 'reads the rule';

interface FaultPointFacts {
  /** Its description on the page. */
  readonly says: string;
  readonly scenario: Scenario;
  readonly matches: (request: SeenRequest) => boolean;
  /** Which of those requests it is, counted from 1: the gate and the preparation read the rule, too. */
  readonly from: number;
}

const readsRule = asks('GET', /\?encryption$/u);

/** The request of each point. */
export const faultPointFacts: Readonly<Record<FaultPoint, FaultPointFacts>> = {
  'first look': {
    says: 'ListBuckets, before anything is created',
    scenario: 'deletes the rule',
    matches: asks('GET', /^\/\?/u),
    from: 1,
  },
  gate: {
    says: 'GetBucketEncryption on a fresh bucket: does the store know the sub-resource at all?',
    scenario: 'deletes the rule',
    matches: readsRule,
    from: 1,
  },
  bucket: {
    says: "PutBucket, for the scenario's own bucket",
    scenario: 'deletes the rule',
    matches: asks('PUT', /-0-\d+\/$/u),
    from: 1,
  },
  preparation: {
    says: "PutBucketEncryption in the scenario's `Given`",
    scenario: 'deletes the rule',
    matches: asks('PUT', /\?encryption$/u),
    from: 1,
  },
  write: {
    says: 'the step under test, where it is DeleteBucketEncryption',
    scenario: 'deletes the rule',
    matches: asks('DELETE', /\?encryption$/u),
    from: 1,
  },
  read: {
    says: 'the step under test, where it is GetBucketEncryption',
    scenario: 'reads the rule',
    matches: readsRule,
    from: 3,
  },
  'reading back': {
    says: 'GetBucketEncryption in a `Then`, to see what the step has done',
    scenario: 'deletes the rule',
    matches: readsRule,
    from: 3,
  },
  'clean-up': {
    says: 'DeleteBucket, when the scenario is over',
    scenario: 'deletes the rule',
    matches: asks('DELETE', /-0-\d+\/$/u),
    from: 1,
  },
};

function asks(method: string, target: RegExp): (request: SeenRequest) => boolean {
  return (request) => request.method === method && target.test(request.target);
}
