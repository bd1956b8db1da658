/** One rule of PutBucketCors. The first rule that matches a request decides. */
export interface CorsRule {
  /** Each may have one `*`. */
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  /** Each may have one `*`. */
  readonly allowedHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds: number | null;
}

export interface CorsRules {
  readonly rules: readonly CorsRule[];
  /** Every answer says that it depends on the origin. */
  readonly responseVary: boolean;
}

/** The request that a browser wants to send, or has sent. */
export interface CrossOriginRequest {
  readonly origin: string;
  readonly method: string;
  /** Those that Access-Control-Request-Headers lists. */
  readonly headers: readonly string[];
}

/** PutBucketCors: a rule matches if origin, method and every header do. */
export function matchingRule({ rules }: CorsRules, { origin, method, headers }: CrossOriginRequest): CorsRule | null {
  const found = rules.find(
    ({ allowedOrigins, allowedMethods, allowedHeaders }) =>
      allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      allowedMethods.includes(method) &&
      // Header names have no case (RFC 9110 5.1).
      headers.every((name) => allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name.toLowerCase()))),
  );
  return found ?? null;
}

function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text;
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}
