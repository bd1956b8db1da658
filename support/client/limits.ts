/** What bounds one exchange. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until the connection stands, TLS included. */
  readonly connectMs: number;
  /** From then until the answer's header is whole. */
  readonly headersMs: number;
  /** From then until the whole body is there; a store that trickles does not renew it. */
  readonly bodyMs: number;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
}

export const defaultLimits: Limits = {
  connectMs: 5_000,
  headersMs: 30_000,
  bodyMs: 60_000,
  maxHeaderBytes: 64 * 1024,
  maxBodyBytes: 16 * 1024 * 1024,
};
