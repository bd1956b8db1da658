import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { Credentials } from '../../client/credentials.ts';
import { startReferenceStore, type ReferenceStore } from '../../reference-store/store.ts';
import type { KnownSecret } from './secret-scanner.ts';

const hour = 3_600_000;

/** With characters that need escaping, so that an escaped secret is found too. */
const principals = {
  owner: { accessKeyId: 'LTAImarkedOwnerKeyId1', accessKeySecret: 'own+Marked/Secret=%&<owner>' },
  delegate: {
    accessKeyId: 'STS.markedDelegateKeyId2',
    accessKeySecret: 'del+Marked/Secret=%&"delegate"',
    securityToken: 'CAISmarked+Token/of=the%delegate',
  },
  outsider: { accessKeyId: 'LTAImarkedOutsiderKeyId3', accessKeySecret: "out+Marked/Secret=%&'outsider'" },
  reader: { accessKeyId: 'LTAImarkedReaderKeyId4', accessKeySecret: 'read+Marked/Secret=%&reader' },
  writer: { accessKeyId: 'LTAImarkedWriterKeyId5', accessKeySecret: 'write+Marked/Secret=%&writer' },
  deleter: { accessKeyId: 'LTAImarkedDeleterKeyId6', accessKeySecret: 'delete+Marked/Secret=%&deleter' },
  unprivileged: { accessKeyId: 'LTAImarkedUnprivilegedKeyId7', accessKeySecret: 'none+Marked/Secret=%&unprivileged' },
} as const satisfies Record<string, Credentials>;

/** A reference store whose keys are known, so that outputs can be searched for them. */
export class KnownSecretsStore {
  readonly #store: ReferenceStore;
  readonly #sts: { readonly valid: Credentials; readonly expired: Credentials };

  private constructor(store: ReferenceStore) {
    this.#store = store;
    this.#sts = {
      valid: store.issueSessionCredentials('owner', new Date(Date.now() + hour)),
      expired: store.issueSessionCredentials('owner', new Date(Date.now() - hour)),
    };
  }

  static async start(): Promise<KnownSecretsStore> {
    return new KnownSecretsStore(await startReferenceStore({ principals }));
  }

  get endpoint(): string {
    return this.#store.endpoint;
  }

  get owner(): Credentials {
    return principals.owner;
  }

  /** What the target file refers to: the owner's keys come from the environment. */
  readonly environment = {
    MARKED_ID: principals.owner.accessKeyId,
    MARKED_SECRET: principals.owner.accessKeySecret,
  };

  async writeTarget(path: string, endpoint: string): Promise<void> {
    const target = {
      endpoint,
      region: this.#store.region,
      addressing: 'path',
      principals: { ...principals, owner: { accessKeyId: '${MARKED_ID}', accessKeySecret: '${MARKED_SECRET}' } },
      sts: this.#sts,
    };
    await writeFile(path, stringify(target), { mode: 0o600 });
  }

  /** What no output may contain: secrets, tokens and whole access key ids. */
  get secrets(): readonly KnownSecret[] {
    const { valid, expired } = this.#sts;
    const all: Readonly<Record<string, Credentials>> = {
      ...principals,
      'valid session': valid,
      'expired session': expired,
    };
    return Object.entries(all).flatMap(([name, { accessKeyId, accessKeySecret, securityToken }]) => [
      { what: `the access key id of the ${name}`, text: accessKeyId },
      { what: `the secret of the ${name}`, text: accessKeySecret },
      ...(securityToken === undefined ? [] : [{ what: `the token of the ${name}`, text: securityToken }]),
    ]);
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
