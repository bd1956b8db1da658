import type { Deviation } from '../../deviation.ts';
import type { QueryParameter } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-62',
  mistake: 'Cuts a signed URL at its signature, and uses what follows without having checked it.',
  caughtAs: '200',
  alsoCaughtBy: { 'AUTH-32': 'it adds a parameter to the end of a URL' },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) => authentication.v1Resource(address, upToSignature(query)),
      v4Query: (query) => authentication.v4Query(upToSignature(query)),
    },
  }),
} satisfies Deviation;

function upToSignature(query: readonly QueryParameter[]): readonly QueryParameter[] {
  const position = query.findIndex(([name]) => name === 'Signature' || name === 'x-oss-signature');
  return position < 0 ? query : query.slice(0, position);
}
