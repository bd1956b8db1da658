/** The limits of one exchange. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until the connection is established, TLS included. */
  readonly connectMs: number;
  /** From the last byte of the request until the answer's header is complete. */
  readonly answerMs: number;
  /** The longest that a body, sent or received, may make no progress (see `Deadline`). */
  readonly idleMs: number;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
}

export const defaultLimits: Limits = {
  connectMs: 5_000,
  answerMs: 30_000,
  idleMs: 30_000,
  maxHeaderBytes: 64 * 1024,
  maxBodyBytes: 16 * 1024 * 1024,
};
