import type { Credentials } from '../../../client/credentials.ts';
import { defaultLimits, type Target } from '../target.ts';

/** A target with the keys of its owner and nothing else; nothing listens at its endpoint unless `changes` names one. */
export function testTarget(owner: Credentials, changes: Partial<Target> = {}): Target {
  return {
    name: 'target of a test',
    kind: 'endpoint',
    endpoint: 'http://127.0.0.1:1',
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    capabilities: [],
    principals: { owner },
    sts: null,
    kms: null,
    atRest: null,
    expected: [],
    limits: defaultLimits,
    ca: null,
    userAgent: null,
    ...changes,
  };
}
