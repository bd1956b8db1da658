import { EndpointError, parseEndpoint } from '../../client/endpoint.ts';

/**
 * What is wrong with an endpoint, to follow its name in a message, or `null`. Never quotes it before it is known to
 * be scheme, host and port, because people paste credentials into it.
 */
export function endpointProblem(text: string): string | null {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return 'has no scheme; write http://HOST:PORT or https://HOST';
  if (!/^https?:/i.test(text)) return 'has a scheme that is neither http nor https';
  if (text.includes('@')) return 'holds a user name or password; keys belong to the principals';
  if (!/^https?:\/\/[^/?#]+\/?$/i.test(text))
    return 'must be scheme, host and port alone, without path, query or fragment';
  try {
    const service = withoutBucket(parseEndpoint(text).origin);
    return service === null ? null : `begins with the name of a bucket; give ${service}`;
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    return 'is not a URL like http://127.0.0.1:9000 or https://oss-cn-hangzhou.aliyuncs.com';
  }
}

/**
 * The endpoint of OSS in the address of a bucket; `null` for others. `s3.oss-…` is an endpoint: the names of buckets are
 * longer.
 */
function withoutBucket(origin: string): string | null {
  const [, scheme, service] =
    /^(https?:\/\/)[a-z\d][a-z\d-]+[a-z\d]\.(oss-[a-z\d-]+\.aliyuncs\.com(?::\d+)?)$/.exec(origin) ?? [];
  return service === undefined ? null : `${scheme}${service}`;
}
