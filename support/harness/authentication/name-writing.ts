import type { Alteration } from '../../client/alteration.ts';
import type { RequestVariation, RequestVariations } from './variation.ts';

/**
 * How the URL escapes the name of an object. The signature is the same for all of them: V1 signs the decoded name
 * (AUTH-07), V4 escapes the decoded name itself (AUTH-20).
 */
export const nameWriting = {
  'name is escaped in lower case': writing((name) =>
    name.replaceAll(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase()),
  ),
  // RFC 3986 3.3 allows these in a path; curl, browsers and some SDKs leave them as they are.
  "name has + ! ' ( ) and * unescaped": writing((name) =>
    name.replaceAll(/%(?:2B|21|27|28|29|2A)/gu, (escape) => decodeURIComponent(escape)),
  ),
  'name has its tilde escaped': writing((name) => name.replaceAll('~', '%7E')),
  'name has its letters escaped': writing((name) =>
    name.replaceAll(/%[0-9A-F]{2}|[A-Za-z]/gu, (text) =>
      text.length > 1 ? text : `%${text.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  ),
} satisfies RequestVariations;

/** Changes the last segment of the path, after signing. */
function writing(change: (name: string) => string): RequestVariation {
  const finish: Alteration = (wire) => ({ ...wire, path: wire.path.replace(/[^/?]+(?=\?|$)/u, change) });
  return (draft) => draft.send({ finish });
}
