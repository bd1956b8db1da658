import { withExtraHeader, withExtraQueryParameter, withHeaderValue, withoutHeader } from '../../client/alteration.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { contentMd5 } from '../conversation/requests.ts';
import type { RequestVariation, RequestVariations } from './variation.ts';

/** Requests that differ from what was signed. In every other respect they are right. */
export const signedContent = {
  'signature leaves out the sub-resource': signing((request) => ({
    ...request,
    query: request.query.filter(([name]) => name !== 'encryption'),
  })),
  'signature is for another bucket': signing((request) => ({ ...request, bucket: `${request.bucket ?? ''}-twin` })),
  'signature leaves out the bucket': signing(({ bucket: _left, ...request }) => request),
  'signature is for another method': signing((request) => ({
    ...request,
    method: request.method === 'GET' ? 'PUT' : 'GET',
  })),
  'signature is for another Content-Type': signing((request) => withHeader(request, ['Content-Type', 'text/html'])),
  'signature is for another Content-MD5': signing((request) =>
    withHeader(request, ['Content-MD5', contentMd5(new Uint8Array())]),
  ),
  'x-oss header is added after signing': (draft) => draft.send({ finish: withExtraHeader('x-oss-meta-author', 'eve') }),
  'response-content-type is changed after signing': (draft) =>
    draft.send({
      finish: (wire) => ({
        ...wire,
        path: wire.path.replace(/(?<=response-content-type=)[^&]*/u, 'text%2Fhtml'),
      }),
    }),
  'query is extended after signing': (draft) => draft.send({ finish: withExtraQueryParameter('colour', 'green') }),
  'User-Agent is signed': (draft) => draft.send({ additionalHeaders: ['user-agent'] }),
  'Host and User-Agent are signed': (draft) => draft.send({ additionalHeaders: ['User-Agent', 'Host'] }),
  'User-Agent is changed after signing': (draft) =>
    draft.send({ finish: withHeaderValue('User-Agent', () => 'another-client/1.0') }),
  'User-Agent is left out after signing': (draft) => draft.send({ finish: withoutHeader('User-Agent') }),
  'AdditionalHeaders names a header that is not sent': (draft) => draft.send({ absentHeaders: ['x-colour'] }),
} satisfies RequestVariations;

function signing(signedInstead: (request: OssRequest) => OssRequest): RequestVariation {
  return (draft) => draft.send({ signedInstead });
}

function withHeader(request: OssRequest, [name, value]: HeaderPair): OssRequest {
  const others = request.headers.filter(([candidate]) => candidate.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, [name, value]] };
}
