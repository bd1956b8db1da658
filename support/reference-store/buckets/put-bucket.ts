import { Refusal, invalidArgument } from '../errors/refusal.ts';
import type { EncryptionBehaviour } from '../bucket-encryption/behaviour.ts';
import type { EncryptionRule, RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import { emptyAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall } from '../http/operation.ts';
import { headerValue } from '../http/store-request.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { childrenNamed } from '../xml/element.ts';
import { XmlFault, readXmlDocument } from '../xml/reading.ts';
import { malformedXml } from '../xml/refusals.ts';
import type { BucketCreation, BucketsBehaviour } from './behaviour.ts';
import type { BucketChange, BucketRepository } from './bucket-record.ts';

interface Context {
  readonly repository: BucketRepository;
  readonly buckets: BucketsBehaviour;
  readonly encryption: EncryptionBehaviour;
  readonly clock: () => Date;
}

export async function putBucket(context: Context, owner: string, call: BucketCall): Promise<Answer | Refusal> {
  const configuration = readConfiguration(call.body);
  if (configuration instanceof Refusal) return configuration;
  const encryption = readEncryptionHeaders(context.encryption, call.request.headers);
  if (encryption instanceof Refusal) return encryption;
  const creation: BucketCreation = {
    name: call.bucket,
    owner,
    now: context.clock(),
    ...configuration,
    ...(encryption === null ? {} : { encryption }),
  };
  return context.repository.change((view): { changes: readonly BucketChange[]; outcome: Answer | Refusal } => {
    const decision = context.buckets.put(creation, view.get(call.bucket), view);
    return decision instanceof Refusal
      ? { changes: [], outcome: decision }
      : { changes: decision, outcome: emptyAnswer(200, [['Location', `/${call.bucket}`]]) };
  });
}

/** PBE-22: the rule may come with the bucket, in the headers that otherwise describe an object. */
function readEncryptionHeaders(
  encryption: EncryptionBehaviour,
  headers: readonly HeaderPair[],
): EncryptionRule | Refusal | null {
  const proposal: RuleProposal = {
    algorithm: headerValue(headers, 'x-oss-server-side-encryption') ?? null,
    kmsMasterKeyId: headerValue(headers, 'x-oss-server-side-encryption-key-id') ?? null,
    kmsDataEncryption: headerValue(headers, 'x-oss-server-side-data-encryption') ?? null,
  };
  if (proposal.algorithm !== null) return encryption.validateRule(proposal);
  if (proposal.kmsMasterKeyId === null && proposal.kmsDataEncryption === null) return null;
  // Details of an encryption that is not asked for: the bucket must not come into being unencrypted.
  return invalidArgument('x-oss-server-side-encryption is missing.', { name: 'x-oss-server-side-encryption' });
}

type Configuration = Pick<BucketCreation, 'storageClass' | 'dataRedundancyType'>;

const storageClasses = new Set(['Standard', 'IA', 'Archive', 'ColdArchive', 'DeepColdArchive']);
const redundancyTypes = new Set(['LRS', 'ZRS']);

function readConfiguration(body: Uint8Array): Configuration | Refusal {
  if (body.length === 0) return {};
  try {
    const root = readXmlDocument(body);
    if (root.name !== 'CreateBucketConfiguration') return malformedXml();
    const textOf = (name: string): string | undefined => childrenNamed(root, name)[0]?.text;
    const storageClass = textOf('StorageClass');
    const dataRedundancyType = textOf('DataRedundancyType');
    if (storageClass !== undefined && !storageClasses.has(storageClass))
      return invalidArgument('No such bucket storage class exists.', { name: 'StorageClass', value: storageClass });
    if (dataRedundancyType !== undefined && !redundancyTypes.has(dataRedundancyType))
      return invalidArgument('Invalid Argument. Parameter is invalid.', {
        name: 'DataRedundancyType',
        value: dataRedundancyType,
      });
    return {
      ...(storageClass === undefined ? {} : { storageClass }),
      ...(dataRedundancyType === undefined ? {} : { dataRedundancyType }),
    };
  } catch (error) {
    if (error instanceof XmlFault) return malformedXml();
    throw error;
  }
}
