import { loadCatalogue, type CatalogueEntry } from '../support/harness/catalogue/catalogue.ts';
import { subResourceNames } from '../support/oss-api/query-parameters.ts';
import { AccessKeys } from '../support/reference-store/authentication/access-keys.ts';
import { loadFamilies } from '../support/reference-store/family.ts';
import type { Operation } from '../support/reference-store/http/operation.ts';
import { openContents } from '../support/reference-store/store-contents.ts';
import { markdownTable } from '../support/reporting/text/markdown.ts';

const begin = '<!-- written by `npm run -s docs:serve` -->';
const end = '<!-- end -->';

/** Operations that a header turns into one of these; the store knows them under another name. */
const copies = [
  ['CopyObject', 'PUT /BUCKET/KEY (x-oss-copy-source)'],
  ['UploadPartCopy', 'PUT /BUCKET/KEY?uploadId (x-oss-copy-source)'],
] as const;

/** `docs/serve.md` with its generated part renewed. */
export async function renewed(page: string): Promise<string> {
  const [before, rest = ''] = page.split(begin, 2);
  const [, after = ''] = rest.split(end, 2);
  const [operations, { clauses }] = await Promise.all([operationsOfStore(), loadCatalogue()]);
  return `${before}${begin}\n\n${operationsPart(operations, clauses)}\n\n${end}${after}`;
}

async function operationsOfStore(): Promise<readonly Operation[]> {
  const families = await loadFamilies();
  const setting = {
    families,
    keys: new AccessKeys(),
    owner: '',
    region: '',
    scheme: 'http',
    clock: () => new Date(),
  } as const;
  const { operations, dataDirectory } = await openContents({}, setting);
  await dataDirectory.close();
  return operations;
}

function operationsPart(operations: readonly Operation[], clauses: readonly CatalogueEntry[]): string {
  const requests = new Map([
    ...operations.map((operation) => [operation.name, requestOf(operation)] as const),
    ...copies,
  ]);
  const rows = [...requests]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, request]) => [name, `\`${request}\``, judgesOf(name, clauses)]);
  const offered = new Set(operations.map(({ subResource }) => subResource));
  const absent = subResourceNames.filter((name) => !offered.has(name));
  return [
    markdownTable(['operation', 'request', 'clauses'], rows),
    `These sub-resources are answered with 400 NotImplemented, on buckets and objects: ${absent.map((name) => `\`${name}\``).join(', ')}.`,
  ].join('\n\n');
}

function requestOf({ method, scope, subResource }: Operation): string {
  const path = { service: '/', bucket: '/BUCKET', object: '/BUCKET/KEY' }[scope];
  return `${method} ${path}${subResource === null ? '' : `?${subResource}`}`;
}

/** The checked clauses about the operation: those with its page as their source, and those that name it. */
function judgesOf(name: string, clauses: readonly CatalogueEntry[]): string {
  const word = new RegExp(`\\b${name}\\b`, 'u');
  const judging = clauses.filter(
    ({ feature, judges, operation, title, says, source }) =>
      feature !== null && judges === 'store' && (operation === name || word.test(`${title} ${says} ${source}`)),
  );
  return judging.length === 0 ? 'none' : judging.map(({ id }) => id).join(', ');
}
