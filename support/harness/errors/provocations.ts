import { framing } from '../conversation/request-variations/framing.ts';
import { keys } from '../conversation/request-variations/keys.ts';
import { ruleXml } from '../encryption/encryption-rule.ts';
import { getBucketEncryption, putBucketEncryption } from '../conversation/requests.ts';
import type { OssWorld } from '../run/world.ts';

/** Asks something that a store refuses. */
export type Provocation = (world: OssWorld) => Promise<void>;

/**
 * Every error that the suite knows to provoke, by its documented code. They serve the clauses on how errors look: whether
 * the error is the documented one is for the clauses on the operations to say.
 */
export const provocations: Readonly<Record<string, Provocation>> = {
  AccessDenied: (world) => world.ask('anonymous', getBucketEncryption(world.bucket.name)),
  InvalidAccessKeyId: (world) => world.ask('unknown', getBucketEncryption(world.bucket.name)),
  InvalidArgument: (world) => setRule(world, ['SSEAlgorithm', 'AES256'], ['KMSMasterKeyID', '123']),
  InvalidBucketName(world) {
    world.useMissingBucket('ab');
    return read(world);
  },
  InvalidDigest(world) {
    world.draft.useHeader('Content-MD5', 'AAAAAAAAAAAAAAAAAAAAAA==');
    return setRule(world, ['SSEAlgorithm', 'AES256']);
  },
  InvalidEncryptionAlgorithmError: (world) => setRule(world, ['SSEAlgorithm', 'DES']),
  MalformedXML: (world) => world.ask('owner', putBucketEncryption(world.bucket.name, '<ServerSideEncryptionRule>')),
  MethodNotAllowed(world) {
    world.draft.useMethod('POST');
    return setRule(world, ['SSEAlgorithm', 'AES256']);
  },
  MissingContentLength(world) {
    framing['length is not given'](world.draft);
    return setRule(world, ['SSEAlgorithm', 'AES256']);
  },
  NoSuchBucket(world) {
    world.useMissingBucket();
    return read(world);
  },
  NoSuchServerSideEncryptionRule: read,
  RequestTimeTooSkewed(world) {
    world.draft.send({ skewSeconds: -3600 });
    return read(world);
  },
  SignatureDoesNotMatch(world) {
    keys['secret is another'](world.draft);
    return read(world);
  },
};

function read(world: OssWorld): Promise<void> {
  return world.ask('owner', getBucketEncryption(world.bucket.name));
}

function setRule(world: OssWorld, ...elements: Parameters<typeof ruleXml>[0]): Promise<void> {
  return world.ask('owner', putBucketEncryption(world.bucket.name, ruleXml(elements)));
}
