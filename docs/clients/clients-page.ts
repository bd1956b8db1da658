import { aliOssTrials } from './ali-oss-trials.ts';
import { requestStyles } from '../../support/reference-store/client-tests/ali-oss-client.ts';
import { markdownTable, markdownText } from '../../support/reporting/text/markdown.ts';
import { passing, type Tried } from './run-trials.ts';
import { passes } from './trial.ts';

/** The parts of `docs/clients.md` that come from a run. */
export type Part = 'ali-oss' | 'opendal';

/** The page with one part renewed. Throws an Error if the page has no such part. */
export function withPart(page: string, part: Part, text: string): string {
  const [begin, end] = marksOf(part);
  const [before, rest] = page.split(begin, 2);
  const after = rest?.split(end, 2)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/clients.md has no place for ${part}`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}

/** What a part of the page says now. */
export function partOf(page: string, part: Part): string {
  const [begin, end] = marksOf(part);
  return page.split(begin, 2)[1]?.split(end, 2)[0]?.trim() ?? '';
}

function marksOf(part: Part): readonly [begin: string, end: string] {
  return [`<!-- ${part}: written by \`npm run -s docs:clients\` -->`, `<!-- ${part}: end -->`];
}

export function aliOssPart(tried: readonly Tried[]): string {
  const columns = requestStyles.map(({ signature, addressing }) => `${signature.toUpperCase()}, ${addressing}`);
  const sentence = `${passing(tried)} of the ${aliOssTrials.length} methods pass in all four request styles, in both buckets.`;
  return `${sentence}\n\n${tableOf(tried, columns)}`;
}

export function opendalPart(tried: readonly Tried[], version: string, date: string): string {
  const sentence = `opendal ${version}, run on ${date}: ${passing(tried)} of ${tried.length} pass in both buckets.`;
  return `${sentence}\n\n${tableOf(tried, ['without a rule', 'with a rule'])}`;
}

function tableOf(tried: readonly Tried[], columns: readonly string[]): string {
  const rows = tried.map(({ operation, method, outcomes }) => [
    operation,
    `\`${method}\``,
    ...outcomes.map((outcome) => (outcome === passes ? passes : `no: ${markdownText(outcome)}`)),
  ]);
  return markdownTable(['operation', 'method', ...columns], rows);
}
