import { isoBasicDate } from '../../client/signature/dates.ts';
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
} satisfies RequestVariations;
