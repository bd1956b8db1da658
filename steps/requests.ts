import { Given, type DataTable } from '@cucumber/cucumber';
import type { Sending } from '../support/client/sending.ts';
import { credentialScope } from '../support/harness/authentication/credential-scope.ts';
import { dates } from '../support/harness/authentication/dates.ts';
import { framing } from '../support/harness/authentication/framing.ts';
import { headerWriting } from '../support/harness/authentication/header-writing.ts';
import { keys } from '../support/harness/authentication/keys.ts';
import { signedContent } from '../support/harness/authentication/signed-content.ts';
import { signedUrls } from '../support/harness/authentication/signed-urls.ts';
import type { RequestVariation } from '../support/harness/authentication/variation.ts';
import { beginning, words } from '../support/harness/phrases/phrases.ts';
import { queryWriting } from '../support/harness/listings/query-writing.ts';
import { nameWriting } from '../support/harness/objects/name-writing.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { uploadFraming } from '../support/harness/objects/upload-framing.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';
import { headersOf } from './tables.ts';

/** How the next request differs from that of a good client. */

const signatures = words<Sending>({
  V1: { signature: 'v1' },
  V4: { signature: 'v4' },
  'V1 in its URL': { signature: 'v1', placement: 'url' },
  'V4 in its URL': { signature: 'v4', placement: 'url' },
});

const variations = words<RequestVariation>({
  ...credentialScope,
  ...dates,
  ...framing,
  ...headerWriting,
  ...keys,
  ...signedContent,
  ...signedUrls,
  ...nameWriting,
  ...queryWriting,
  ...uploadFraming,
});

definePhrases<RequestVariation>('variation', {
  'to "…"':
    (target = '') =>
    (draft) =>
      draft.useQuery(target.replace(/^\?/u, '')),
  'with the query "…"':
    (query = '') =>
    (draft) =>
      draft.useQuery(query),
  ...beginning('signed by', signatures, (how) => (draft) => draft.send(how)),
  ...beginning('whose', variations, (vary) => vary),
});

Given('a request with the headers', function (this: OssWorld, headers: DataTable) {
  for (const [name, value] of headersOf(this, headers)) useHeader(this, name, value);
});

Given('a request {variation}', function (this: OssWorld, vary: RequestVariation) {
  vary(this.draft, this.target);
});

function useHeader(world: OssWorld, name: string, value: string): void {
  switch (value) {
    case '(none)':
      return world.draft.dropHeader(name);
    case "(the body's MD5)":
      return useContentMd5(world, name, 'documented');
    case "(the body's MD5 in hexadecimal)":
      return useContentMd5(world, name, 'hexadecimal');
    case "(the base64 form of the body's MD5 in hexadecimal)":
      return useContentMd5(world, name, 'base64 of hexadecimal');
    case "(the object's ETag)":
      return world.draft.useHeader(name, world.part(ScenarioObject).knownEtag);
    default:
      return world.draft.useHeader(name, value);
  }
}

function useContentMd5(world: OssWorld, name: string, form: Parameters<OssWorld['draft']['useContentMd5']>[0]): void {
  if (name !== 'Content-MD5') throw new Error(`the body's MD5 belongs in Content-MD5, not in ${name}`);
  world.draft.useContentMd5(form);
}
