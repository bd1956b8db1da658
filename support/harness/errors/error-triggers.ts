import { framing } from '../authentication/framing.ts';
import { keys } from '../authentication/keys.ts';
import { ruleXml } from '../bucket-encryption/encryption-rule.ts';
import { getBucketEncryption, putBucketEncryption } from '../bucket-encryption/encryption-requests.ts';
import { resourceOf } from '../neutral-resource/resource-choice.ts';
import { ScenarioObject } from '../objects/scenario-object.ts';
import { getObject, putObject } from '../objects/object-requests.ts';
import { contentMd5 } from '../conversation/requests.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import type { RequestVariation } from '../authentication/variation.ts';
import type { OssWorld } from '../world/world.ts';

/** Sends a request that a store refuses. */
export type ErrorTrigger = (world: OssWorld) => Promise<void>;

/**
 * Every error that the suite can trigger, by its documented code. The clauses on the format of errors use them; whether
 * it is the right error is judged by the clauses on the operations.
 */
export const errorTriggers: Readonly<Record<string, ErrorTrigger>> = {
  AccessDenied: (world) => world.ask('anonymous', resourceOf(world).reading),
  // Long-term keys with a token are unknown keys to the service (AUTH-35).
  AccessKeyIdAndSecurityTokenNotMatch: (world) =>
    readSigned(world, keys['temporary keys have the token of other keys']),
  IncompleteBody(world) {
    framing['body ends ten bytes early'](world.draft);
    return create(world);
  },
  InvalidAccessKeyId: (world) => world.ask('unknown', resourceOf(world).reading),
  InvalidArgument: (world) =>
    knowsRules(world)
      ? setRule(world, ['SSEAlgorithm', 'AES256'], ['KMSMasterKeyID', '123'])
      : world.ask('owner', listTooManyObjects(world.bucket.name)),
  InvalidBucketName(world) {
    world.useMissingBucket('ab');
    return read(world);
  },
  InvalidDigest(world) {
    world.draft.useHeader('Content-MD5', 'AAAAAAAAAAAAAAAAAAAAAA==');
    return create(world);
  },
  InvalidDataEncryptionAlgorithmError: (world) => setRule(world, ['SSEAlgorithm', 'KMS'], ['KMSDataEncryption', 'DES']),
  InvalidEncryptionAlgorithmError: (world) => setRule(world, ['SSEAlgorithm', 'DES']),
  InvalidSecurityToken: (world) => readSigned(world, keys['token was never issued']),
  KeyDisabled: (world) => upload(world, world.kmsKey('disabledKeyId')),
  KeyNotFound: (world) => upload(world, '00000000-0000-0000-0000-000000000000'),
  KeyPendingDeletion: (world) => upload(world, world.kmsKey('pendingDeletionKeyId')),
  KeyPendingImport: (world) => upload(world, world.kmsKey('pendingImportKeyId')),
  MalformedXML: (world) =>
    world.ask(
      'owner',
      knowsRules(world)
        ? putBucketEncryption(world.bucket.name, '<ServerSideEncryptionRule>')
        : deleteObjects(world.bucket.name, '<Delete>'),
    ),
  MethodNotAllowed(world) {
    world.draft.useMethod('POST');
    return create(world);
  },
  MissingContentLength(world) {
    framing['Content-Length is missing'](world.draft);
    return create(world);
  },
  NoSuchBucket(world) {
    world.useMissingBucket();
    return read(world);
  },
  NoSuchKey: (world) => world.ask('owner', getObject(world.part(ScenarioObject).address)),
  NoSuchServerSideEncryptionRule: (world) => world.ask('owner', getBucketEncryption(world.bucket.name)),
  NotImplemented(world) {
    world.draft.useHeader('If-None-Match', '*');
    const { address, content } = world.part(ScenarioObject);
    return world.ask('owner', putObject(address, content));
  },
  RequestTimeTooSkewed(world) {
    world.draft.send({ skewSeconds: -3600 });
    return read(world);
  },
  SecurityTokenExpired: (world) => readSigned(world, keys['temporary keys have expired']),
  SignatureDoesNotMatch: (world) => readSigned(world, keys['secret is wrong']),
};

/** If the store does not know encryption, another call triggers an error that both have. */
function knowsRules(world: OssWorld): boolean {
  return world.session.isOpen('encryption');
}

/** More than the documented 1,000 at a time. */
function listTooManyObjects(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['max-keys', '1001']], headers: [] };
}

function deleteObjects(bucket: string, xml: string): OssRequest {
  const body = new TextEncoder().encode(xml);
  return { method: 'POST', bucket, query: [['delete']], headers: [['Content-MD5', contentMd5(body)]], body };
}

function readSigned(world: OssWorld, vary: RequestVariation): Promise<void> {
  vary(world.draft, world.target);
  return read(world);
}

function upload(world: OssWorld, keyId: string): Promise<void> {
  const encryption: readonly HeaderPair[] = [
    ['x-oss-server-side-encryption', 'KMS'],
    ['x-oss-server-side-encryption-key-id', keyId],
  ];
  return world.ask(
    'owner',
    putObject(world.part(ScenarioObject).address, world.part(ScenarioObject).content, encryption),
  );
}

function read(world: OssWorld): Promise<void> {
  return world.ask('owner', resourceOf(world).reading);
}

function create(world: OssWorld): Promise<void> {
  return world.ask('owner', resourceOf(world).creation);
}

function setRule(world: OssWorld, ...elements: Parameters<typeof ruleXml>[0]): Promise<void> {
  return world.ask('owner', putBucketEncryption(world.bucket.name, ruleXml(elements)));
}
