import type { OssRequest } from '../../client/request.ts';

/**
 * What a scenario reads, creates and deletes when it does not matter what that is: clauses on signatures and on errors
 * hold for every call. It belongs to the scenario's bucket.
 */
export interface NeutralResource {
  /** Creates it and waits until it can be read. */
  prepare(): Promise<void>;
  /** Makes sure that it does not exist. */
  prepareAbsence(): Promise<void>;
  readonly reading: OssRequest;
  /** The request has a body, with its type and its digest. */
  readonly creation: OssRequest;
  readonly deletion: OssRequest;
  /** Throws unless the owner reads what `creation` sends. */
  requireExistence(): Promise<void>;
  requireAbsence(): Promise<void>;
  /** Throws unless it is as it was at the end of the set-up. */
  requireUnchanged(): Promise<void>;
  /** Throws unless the answer that the scenario judges holds it. */
  requireInAnswer(): Promise<void>;
  /** What the owner reads, in words. */
  describe(): Promise<string>;
}
