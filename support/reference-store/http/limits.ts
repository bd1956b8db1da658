/** Limits of a connection. All times in milliseconds. */
export interface Limits {
  /** Request line and headers together. OSS signatures and metadata (8 KiB at most) fit comfortably. */
  readonly headerBytes: number;
  /**
   * From the connection, or the first byte of a further request, to the end of the headers. Closes silent connections.
   */
  readonly headers: number;
  /** From the first byte to the end of the body: stops a caller that sends one byte at a time. */
  readonly request: number;
  /** Between two requests. Longer than clients keep connections, so that no connection closes during a request. */
  readonly keepAlive: number;
  /** How often deadlines are checked. */
  readonly sweep: number;
  /** How long a refused body is still read, so that its sender receives the refusal. */
  readonly linger: number;
}

export const storeLimits: Limits = {
  headerBytes: 16 * 1024,
  headers: 10_000,
  request: 120_000,
  keepAlive: 65_000,
  sweep: 1_000,
  linger: 2_000,
};
