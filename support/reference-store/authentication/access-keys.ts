import type { Principal } from '../authorization/principal.ts';

/** The session of a temporary access key. */
export interface Session {
  readonly securityToken: string;
  readonly expiresAt: Date;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly principal: Principal;
  /** `null` for a long-term key. */
  readonly session: Session | null;
}

/** The access keys that this store knows. */
export class AccessKeys {
  readonly #byId = new Map<string, AccessKey>();
  readonly #byToken = new Map<string, AccessKey>();

  add(key: AccessKey): void {
    if (this.#byId.has(key.accessKeyId))
      throw new Error(`the access key id ${key.accessKeyId} is given twice; every principal needs its own`);
    this.#byId.set(key.accessKeyId, key);
    if (key.session) this.#byToken.set(key.session.securityToken, key);
  }

  find(accessKeyId: string): AccessKey | undefined {
    return this.#byId.get(accessKeyId);
  }

  findByToken(securityToken: string): AccessKey | undefined {
    return this.#byToken.get(securityToken);
  }
}
