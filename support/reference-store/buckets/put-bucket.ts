import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { emptyAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall } from '../http/operation.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { childrenNamed } from '../xml/element.ts';
import { malformedXml, readRequestDocument } from '../xml/reading.ts';
import type { BucketCreation, BucketsBehaviour } from './behaviour.ts';
import type { BucketChange, BucketRepository, BucketSettings } from './bucket-record.ts';
import type { OfferedSetting } from './bucket-setting.ts';

interface Context {
  readonly repository: BucketRepository;
  readonly buckets: BucketsBehaviour;
  readonly settings: readonly OfferedSetting[];
  readonly clock: () => Date;
}

export async function putBucket(context: Context, owner: string, call: BucketCall): Promise<Answer | Refusal> {
  const configuration = readConfiguration(call.body);
  if (configuration instanceof Refusal) return configuration;
  const settings = readSettings(context.settings, call.request.headers);
  if (settings instanceof Refusal) return settings;
  const creation: BucketCreation = {
    name: call.bucket,
    owner,
    now: context.clock(),
    ...configuration,
    settings,
  };
  return context.repository.change((view): { changes: readonly BucketChange[]; outcome: Answer | Refusal } => {
    const decision = context.buckets.put(creation, view.get(call.bucket), view);
    return decision instanceof Refusal
      ? { changes: [], outcome: decision }
      : { changes: decision, outcome: emptyAnswer(200, [['Location', `/${call.bucket}`]]) };
  });
}

function readSettings(offered: readonly OfferedSetting[], headers: readonly HeaderPair[]): BucketSettings | Refusal {
  let settings: BucketSettings = {};
  for (const { fromPutBucket } of offered) {
    const read = fromPutBucket?.(headers) ?? {};
    if (read instanceof Refusal) return read;
    settings = { ...settings, ...read };
  }
  return settings;
}

function leadingSpaces(body: Uint8Array): number {
  const first = body.findIndex((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return Math.max(first, 0);
}

type Configuration = Pick<BucketCreation, 'storageClass' | 'dataRedundancyType'>;

const storageClasses = new Set(['Standard', 'IA', 'Archive', 'ColdArchive', 'DeepColdArchive']);
const redundancyTypes = new Set(['LRS', 'ZRS']);

function readConfiguration(body: Uint8Array): Configuration | Refusal {
  if (body.length === 0) return {};
  // Live tests of the Go SDK send white space before the declaration.
  const root = readRequestDocument(Buffer.from(body).subarray(leadingSpaces(body)));
  if (root instanceof Refusal) return root;
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
}
