/** An element of the error document that not every refusal has, e.g. `['BucketName', 'examplebucket']` (ENV-04). */
export type ErrorDetail = readonly [element: string, text: string];

interface RefusalOptions {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** `dddd-dddddddd` (ENV-07); absent where no source names one. */
  readonly ec?: string;
  readonly details?: readonly ErrorDetail[];
  /** Response headers of the refusal, e.g. `Allow`. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/**
 * The store's decision to refuse a request. A value, not an exception: decisions are returned, and the pipeline turns
 * them into the error document.
 */
export class Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly ec: string | null;
  readonly details: readonly ErrorDetail[];
  readonly headers: readonly (readonly [name: string, value: string])[];

  constructor(options: RefusalOptions) {
    this.status = options.status;
    this.code = options.code;
    this.message = options.message;
    this.ec = options.ec ?? null;
    this.details = options.details ?? [];
    this.headers = options.headers ?? [];
  }

  /** The same refusal with some parts replaced. */
  with(changes: Partial<RefusalOptions>): Refusal {
    return new Refusal({
      status: this.status,
      code: this.code,
      message: this.message,
      ...(this.ec === null ? {} : { ec: this.ec }),
      details: this.details,
      headers: this.headers,
      ...changes,
    });
  }
}

/** ENV-20: the generic refusal of a parameter, with its name if that helps. */
export function invalidArgument(
  message: string,
  options: { name?: string; value?: string; ec?: string } = {},
): Refusal {
  const details: ErrorDetail[] = [];
  if (options.name !== undefined) details.push(['ArgumentName', options.name]);
  if (options.value !== undefined) details.push(['ArgumentValue', options.value]);
  return new Refusal({
    status: 400,
    code: 'InvalidArgument',
    message,
    details,
    ...(options.ec === undefined ? {} : { ec: options.ec }),
  });
}
