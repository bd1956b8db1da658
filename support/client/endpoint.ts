/** Where a store listens. */
export interface Endpoint {
  /** Scheme, host and port, e.g. `http://127.0.0.1:9000`. */
  readonly origin: string;
  /** Host and, unless it is the scheme's own, port: `oss-cn-hangzhou.aliyuncs.com`. */
  readonly host: string;
}

/** An endpoint that cannot be used. The message is one line for people. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
}

/** Parses `http(s)://host[:port]`. Throws EndpointError for anything else, including a path, a query or credentials. */
export function parseEndpoint(text: string): Endpoint {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new EndpointError(
      `The endpoint ${JSON.stringify(text)} is not a URL like http://127.0.0.1:9000 or https://oss-cn-hangzhou.aliyuncs.com.`,
    );
  // The message omits the text itself, which contains a password here.
  if (url.username !== '' || url.password !== '')
    throw new EndpointError('The endpoint holds a user name or password; keys belong to the principals.');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new EndpointError(`The endpoint ${JSON.stringify(text)} has a path or query; leave only ${url.origin}.`);
  return { origin: url.origin, host: url.host };
}
