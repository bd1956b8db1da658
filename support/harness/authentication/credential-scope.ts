import type { Alteration } from '../../client/alteration.ts';
import { isoBasicDate } from '../../client/signature/dates.ts';
import { percentEncode } from '../../client/signature/encoding.ts';
import type { RequestVariations } from './variation.ts';

/** V4 credentials whose scope is wrong in one part. The signing key follows it, so that the signature itself is right. */
export const credentialScope = {
  'scope names another region': (draft, { region }) =>
    draft.send({ scope: { region: region === 'cn-shanghai' ? 'cn-beijing' : 'cn-shanghai' } }),
  // AUTH-29: a common slip, for the endpoint's first label is the region with a prefix.
  'scope names the endpoint as its region': (draft, { region }) => draft.send({ scope: { region: `oss-${region}` } }),
  'scope names another product': (draft) => draft.send({ scope: { product: 's3' } }),
  'scope ends in the terminator of another signature': (draft) => draft.send({ scope: { terminator: 'aws4_request' } }),
  'scope names yesterday': (draft) =>
    draft.send({ scope: { day: isoBasicDate(new Date(Date.now() - 24 * 3600 * 1000)).slice(0, 8) } }),
  // The example of error codes 0002-00000212 and 0002-00000223: 2022-12-20.
  'scope writes its day with hyphens': (draft) => draft.send({ scope: { day: new Date().toISOString().slice(0, 10) } }),
  // The terminator can include what follows it, so that the signature is right for a store that reads on.
  'credential has a part too many': (draft) => draft.send({ scope: { terminator: 'aliyun_v4_request/junk' } }),
  'credential lacks its region': (draft) => draft.send({ finish: withCredential(withoutRegion) }),
  'access key id holds a control character': (draft) =>
    draft.signAs((own) => ({ ...own, accessKeyId: `${own.accessKeyId}\t` })),
} satisfies RequestVariations;

function withoutRegion(credential: string): string {
  return credential.replace(/^([^/]*\/[^/]*)\/[^/]*/u, '$1');
}

/** Changes the credential wherever the request has it. The signature covers it only in a URL. */
function withCredential(change: (credential: string) => string): Alteration {
  return (wire) => ({
    ...wire,
    path: wire.path.replace(/(?<=[?&]x-oss-credential=)[^&]*/u, (text) =>
      percentEncode(change(decodeURIComponent(text))),
    ),
    headers: wire.headers.map(([name, value]) =>
      name === 'Authorization'
        ? [name, value.replace(/(?<=Credential=)[^,]*/u, (credential) => change(credential))]
        : [name, value],
    ),
  });
}
