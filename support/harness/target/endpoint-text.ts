import { EndpointError, parseEndpoint } from '../../client/endpoint.ts';

/**
 * What is wrong with an endpoint, to follow its name in a message, or `null`. Never quotes the endpoint, because people
 * paste credentials into it.
 */
export function endpointProblem(text: string): string | null {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return 'has no scheme; write http://HOST:PORT or https://HOST';
  if (!/^https?:/i.test(text)) return 'has a scheme that is neither http nor https';
  if (text.includes('@')) return 'holds a user name or password; keys belong to the principals';
  if (!/^https?:\/\/[^/?#]+\/?$/i.test(text))
    return 'must be scheme, host and port alone, without path, query or fragment';
  try {
    parseEndpoint(text);
    return null;
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    return 'is not a URL like http://127.0.0.1:9000 or https://oss-cn-hangzhou.aliyuncs.com';
  }
}
