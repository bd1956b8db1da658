import { createHash } from 'node:crypto';
import { withHeaderValue } from '../../client/alteration.ts';
import type { RequestVariation, RequestVariations } from './variation.ts';

/** How the headers of a request are written. */
export const headerWriting = {
  // PBE-02: the headers that the page's request grammar lists.
  'only headers are Date, Content-Length, Content-Type, Host and Authorization': (draft) =>
    draft.keepOnly(new Set(['date', 'content-length', 'content-type', 'host', 'authorization'])),
  'header names are in capitals': (draft) =>
    draft.send({
      finish: (wire) => ({ ...wire, headers: wire.headers.map(([name, value]) => [name.toUpperCase(), value]) }),
    }),
  // AUTH-03: the string to sign has them lower-case, sorted, and without the spaces.
  'x-oss headers are unsorted, capitalised and padded': (draft) => {
    draft.useHeader('X-Oss-Meta-Zebra', '  striped ');
    draft.useHeader('x-oss-meta-Author', 'alice');
  },
  // AUTH-10: a header value is latin1 text, one character for each byte of the UTF-8.
  'x-oss header holds Chinese text': (draft) =>
    draft.useHeader('x-oss-meta-author', Buffer.from('对象存储', 'utf8').toString('latin1')),
  'x-oss-content-sha256 is a hash of the body': (draft) =>
    draft.rework((request) => ({
      ...request,
      headers: [...request.headers, ['x-oss-content-sha256', sha256(request.body ?? new Uint8Array())]],
    })),

  'Authorization is only the scheme': authorization(() => 'OSS'),
  'Authorization lacks the colon': authorization((value) => value.replace(':', '')),
  'Authorization lacks the access key id': authorization((value) => value.replace(/ .*:/u, ' :')),
  'Authorization lacks the signature': authorization((value) => value.replace(/:.*/u, '')),
  'Authorization ends at the colon': authorization((value) => value.replace(/:.*/u, ':')),
  'Authorization has a space after each comma': authorization((value) => value.replaceAll(',', ', ')),
  'Authorization lacks Credential': authorization((value) => value.replace(/Credential=[^,]*,/u, '')),
  'Authorization lacks Signature': authorization((value) => value.replace(/,Signature=[^,]*/u, '')),
  'Authorization has Signature without a value': authorization((value) =>
    value.replace(/,Signature=[^,]*/u, ',Signature'),
  ),
  'Authorization has an unknown scheme': authorization((value) => value.replace(/^\S+/u, 'ABC')),
  "Authorization has S3's scheme": authorization((value) => value.replace(/^\S+/u, 'AWS')),
  'Authorization has text after the signature': authorization((value) => `${value}:junk`),
  'Authorization has its signature twice': authorization((value) => value.replace(/,Signature=[^,]*$/u, '$&$&')),
  'Authorization has an extra part': authorization((value) => `${value},Colour=green`),
  'Authorization has two extra parts': authorization((value) => `${value},Colour=green,Shape=round`),
} satisfies RequestVariations;

function authorization(change: (value: string) => string): RequestVariation {
  return (draft) => draft.send({ finish: withHeaderValue('Authorization', change) });
}

function sha256(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
