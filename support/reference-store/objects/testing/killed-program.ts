import { documentedRules } from '../../bucket-encryption/behaviour.ts';
import type { RuleProposal } from '../../bucket-encryption/encryption-rule.ts';
import { BucketsInMemory } from '../../buckets/buckets-in-memory.ts';
import { openMasterKeyFile } from '../../kms/master-key-file.ts';
import { DataDirectory } from '../../storage/data-directory.ts';
import { ObjectStorage } from '../../storage/object-storage.ts';
import { appendObject } from '../object-append.ts';
import { documentedObjects } from '../behaviour.ts';
import { DataKeys } from '../../object-encryption/data-keys.ts';
import type { IncomingBody } from '../incoming-body.ts';
import { completeUpload, initiateUpload, uploadPart } from '../multipart-upload.ts';
import { putObject } from '../object-upload.ts';
import type { ObjectAddress, ObjectContext } from '../object-context.ts';
import { accepted, bodyOf } from './test-object-context.ts';

/** The context in which the program writes and the test reads after the kill. */
export async function openObjectContext(directory: DataDirectory, masterKeyFile: string): Promise<ObjectContext> {
  const record = { name: 'bucket', owner: '1', createdAt: new Date(0), storageClass: '', dataRedundancyType: '' };
  const masterKeys = openMasterKeyFile(masterKeyFile);
  return {
    storage: await ObjectStorage.open(directory),
    dataKeys: new DataKeys(() => masterKeys),
    buckets: new BucketsInMemory([{ ...record, settings: {} }]),
    clock: () => new Date(),
    rules: documentedRules,
    objects: documentedObjects,
  };
}

/** The content of the n-th write of a key. */
export function content(key: string, n: number): Buffer {
  return Buffer.alloc(300_000, `${key} ${n}|`);
}

/** The bytes of one append, which depend only on the position. */
export const appendBytes = 70_000;

const encryption: RuleProposal = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null };

function addressOf(key: string): ObjectAddress {
  return { bucket: 'bucket', key };
}

/** Writes until it is killed, and prints each write once it is acknowledged: `key n`. */
async function main(dataDirectory: string, masterKeyFile: string, first: number): Promise<void> {
  const context = await openObjectContext(await DataDirectory.open(dataDirectory), masterKeyFile);
  const write = async (key: string, store: (body: IncomingBody) => Promise<void>): Promise<void> => {
    for (let n = first; ; n += 1) {
      await store(bodyOf(content(key, n)));
      console.log(key, n);
    }
  };
  const put = async (key: string): Promise<void> =>
    write(key, async (body) => {
      const upload = {
        operation: 'PutObject',
        address: addressOf(key),
        headers: {},
        traits: {},
        encryption,
        body,
      } as const;
      accepted(await putObject(context, { ...upload, forbidOverwrite: false }));
    });
  const multipart = async (key: string): Promise<void> =>
    write(key, async (body) => {
      const { uploadId } = accepted(
        await initiateUpload(context, addressOf(key), { headers: {}, traits: {} }, encryption),
      );
      const address = { ...addressOf(key), uploadId };
      const { part } = accepted(await uploadPart(context, address, 1, body));
      accepted(await completeUpload(context, address, [{ partNumber: 1, etag: part.etag }], false));
    });
  const append = async (key: string): Promise<void> => {
    const present = await (await context.storage.bucket('bucket')).objects.read(key);
    for (let position = present?.size ?? 0; ; position += appendBytes) {
      const body = bodyOf(Buffer.alloc(appendBytes, `${position}|`));
      accepted(
        await appendObject(context, { address: addressOf(key), position, headers: {}, traits: {}, encryption, body }),
      );
      console.log(key, position + appendBytes);
    }
  };
  await Promise.all([put('put-1'), put('put-2'), multipart('multipart'), append('append')]);
}

if (import.meta.main) {
  const [dataDirectory = '', masterKeyFile = '', first = '0'] = process.argv.slice(2);
  await main(dataDirectory, masterKeyFile, Number(first));
}
