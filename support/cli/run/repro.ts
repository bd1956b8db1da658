import { basename, join, relative } from 'node:path';
import type { ShownExchange, ShownMessage } from '../../harness/evidence/evidence.ts';
import type { ReproCommands } from '../../reporting/results/results-assembly.ts';
import type { Target } from '../../harness/target/target.ts';
import { pathOf } from '../../harness/catalogue/feature-folder.ts';
import type { RunFlags } from './run-flags.ts';

/** The repository runs through npm scripts, the installed package through its own program. */
const isSource = import.meta.url.endsWith('.ts');
/** PowerShell does not pass a bare `--` on to npm. */
const endOfOptions = process.platform === 'win32' ? "'--'" : '--';
const run = isSource ? `npm start ${endOfOptions}` : 'npx oss-conformance run';
const request = isSource ? `npm run -s oss-conformance ${endOfOptions} request` : 'npx oss-conformance request';

/** The commands that reproduce a failure of this run, to be pasted into a shell. */
export function reproCommands(flags: RunFlags, { kind }: Pick<Target, 'kind'>): ReproCommands {
  const target = targetWords(flags);
  return {
    scenario: (feature, line) =>
      [
        run,
        quoted(`${feature}:${line}`),
        ...target,
        ...words([
          // `record` writes to this folder instead.
          ['--recordings', flags.target === 'recordings' ? flags.recordings : undefined],
          ['--features', flags.features === undefined ? undefined : near(pathOf(flags.features))],
          ['--without', flags.without],
          ['--deviation', flags.deviation],
          ['--ossutil', flags.ossutil],
          ['--reports', ownReports(flags)],
        ]),
        // Without it, a `should` clause that failed the run would pass.
        ...(flags.strict === true ? ['--strict'] : []),
        '--no-allure',
      ].join(' '),
    // The reference store ends with the run, and recordings answer nothing new.
    request: (exchange) => {
      const sent = kind === 'endpoint' ? requestWords(exchange) : null;
      return sent === null ? null : [request, ...sent, ...target].join(' ');
    },
  };
}

/** Its own folder, because a repro must not overwrite the reports it comes from. */
function ownReports({ reports }: RunFlags): string {
  const folder = near(reports);
  return basename(folder) === 'repro' ? folder : join(folder, 'repro');
}

/** A path as a person in this directory writes it. */
function near(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below;
}

type Option = readonly [flag: string, value: string | undefined];

function targetWords({ target, endpoint, region, addressing, signature }: RunFlags): readonly string[] {
  return words([
    ['--target', target],
    ['--endpoint', endpoint],
    ['--region', region],
    ['--addressing', addressing],
    ['--signature', signature],
  ]);
}

function words(options: readonly Option[]): readonly string[] {
  return options.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]));
}

/** Headers that the client adds or signs again each time. */
const ownHeaders =
  /^(authorization|connection|content-length|date|host|user-agent|x-oss-(content-sha256|date|security-token))$/i;

/**
 * `PUT 'oss://BUCKET?encryption' --body …`: the bucket of the run is gone, so a person names another. `null` if
 * `request` cannot be given the key, or would not send the body as it was sent.
 */
function requestWords({ request: sent, canonical, as }: ShownExchange): readonly string[] | null {
  const [method = '', path = ''] = sent.startLine.split(' ');
  const resource = resourceOf(path, headerOf(sent, 'host') ?? '');
  if (resource === null || !hasStatedLength(sent)) return null;
  const headers = sent.headers.filter(([name]) => !ownHeaders.test(name));
  return [
    method,
    quoted(resource),
    ...words([['--as', canonical === null ? 'anonymous' : as]]),
    ...headers.flatMap(([name, value]) => ['-H', quoted(`${name}: ${value}`)]),
    ...words([['--body', bodyOf(sent)]]),
  ];
}

/** Query parameters of a signed URL, which `request` signs by a header instead. */
const signing =
  /^(OSSAccessKeyId|Expires|Signature|security-token|x-oss-(signature.*|credential|date|expires|security-token|additional-headers))=/i;

function resourceOf(path: string, host: string): string | null {
  const [resource = '', ...rest] = path.split('?');
  const query = rest
    .join('?')
    .split('&')
    .filter((parameter) => parameter !== '' && !signing.test(parameter))
    .join('&');
  // Every bucket name of a run begins like this; with virtual addressing it is in the host.
  const inPath = host.startsWith('ossc-') ? `/bucket${resource}` : resource;
  const [, bucket = '', encodedKey = ''] = /^\/([^/]*)\/?(.*)$/s.exec(inPath) ?? [];
  const key = keyIn(encodedKey);
  if (key === null) return null;
  const place = bucket === '' ? '' : `BUCKET${key === '' ? '' : `/${key}`}`;
  return `oss://${place}${query === '' ? '' : `?${query}`}`;
}

function headerOf({ headers }: ShownMessage, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** `null` if the key is not UTF-8, has a `?`, where `request` begins the query, or has a control character. */
function keyIn(encoded: string): string | null {
  try {
    const key = decodeURIComponent(encoded);
    return /[?\p{Cc}]/u.test(key) ? null : key;
  } catch {
    return null;
  }
}

/** The bytes of a body that the evidence cuts or only describes. */
const describedLength = /\[(?:cut here; )?(\d+) bytes, SHA-256 [0-9a-f]{64}(?: in all)?\]$/;

/** `false` for a body that ended early, has characters that the evidence escapes, or masked ones of another length. */
function hasStatedLength(sent: ShownMessage): boolean {
  const stated = headerOf(sent, 'content-length');
  const shown = describedLength.exec(sent.body)?.[1] ?? String(Buffer.byteLength(sent.body));
  return stated === undefined || stated === shown;
}

/**
 * A body has to come from a file if the evidence cuts or only describes it, if it has several lines (the terminal shows
 * the command in one), and if it begins as the name of a file does.
 */
function bodyOf({ body }: ShownMessage): string | undefined {
  if (body === '') return undefined;
  return describedLength.test(body) || /[\n\t]/.test(body) || body.startsWith('@') ? '@FILE' : body;
}

/**
 * One word for the shell of a system. In single quotes, `$`, backtick and `"` are text for POSIX shells and for
 * PowerShell. PowerShell also ends such a word at a typographic quote, and takes any of them written twice for one.
 */
export function quoted(word: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\w./:=+-]+$/u.test(word)) return word;
  const escaped =
    platform === 'win32' ? word.replaceAll(/['\u2018-\u201B]/gu, '$&$&') : word.replaceAll("'", String.raw`'\''`);
  return `'${escaped}'`;
}
