import type { OssRequest } from '../../client/request.ts';

/**
 * The resource that a scenario reads, creates and deletes if any resource will do: clauses on signatures and errors
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
  /** Throws unless it is the same as at the end of the set-up. */
  requireUnchanged(): Promise<void>;
  /** Throws unless the judged answer contains it. */
  requireInAnswer(): Promise<void>;
  /** What the owner reads, in words. */
  describe(): Promise<string>;
}
