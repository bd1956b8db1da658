import { parse } from 'ini';
import { nearest } from '../../harness/target/nearest.ts';
import { readTextFile } from '../../harness/target/text-file.ts';
import type { TextOption } from './options.ts';

/** What ossutil's configuration file says (CLI-20). */
export interface ConfigurationFile {
  readonly values: ReadonlyMap<TextOption, string>;
  /** `[Bucket-Endpoint]`: the endpoint of a bucket. */
  readonly endpoints: ReadonlyMap<string, string>;
  /** `[Bucket-Cname]`: a host that stands for the bucket itself. */
  readonly cnames: ReadonlyMap<string, string>;
  /** What a person should know of the file, line by line. Never holds a value. */
  readonly remarks: readonly string[];
}

/** Some hundred buckets with an endpoint each. */
const maxBytes = 64 * 1024;

/** The keys of a section that are read; ossutil does not look at their letter case. */
type Keys = ReadonlyMap<string, TextOption>;

const credentialKeys: Keys = aliases({
  endpoint: ['endpoint', 'host'],
  accessKeyID: ['accesskeyid', 'access_key_id', 'access-key-id', 'access_id', 'access-id', 'accessid'],
  accessKeySecret: [
    'accesskeysecret',
    'access_key_secret',
    'access-key-secret',
    'access_key',
    'access-key',
    'accesskey',
  ],
  stsToken: ['ststoken', 'sts_token', 'sts-token'],
});
const defaultKeys: Keys = aliases({
  loglevel: ['loglevel'],
  readTimeout: ['readtimeout'],
  connectTimeout: ['connecttimeout'],
});

/** ossutil's own, without meaning here. */
const idleKeys: ReadonlySet<string> = new Set(['language', 'outputdir', 'output_dir', 'output-dir', 'retrytimes']);
/** ossutil's own, and somebody who wrote it wants something of it. */
const unusedKeys: ReadonlySet<string> = new Set(['proxyhost', 'proxyuser', 'proxypwd', 'useragent', 'ramrolearn']);

/**
 * Reads a configuration file. Throws an Error whose message says in one line what is wrong with it. ossutil takes the
 * first of two sections of one name and says nothing; here they are refused, because keys of two accounts may stand
 * in them.
 */
export function readConfigurationFile(path: string): ConfigurationFile {
  const text = readTextFile(path, maxBytes);
  requireSingleSections(path, text);
  const sections = new Map(Object.entries(parse(text.replaceAll(plainLine, literally))));
  const credentials = entriesOf(sections.get('Credentials'));
  if (credentials === null) throw new Error(`${path}: Unable to find Credentials`);
  const defaults = entriesOf(sections.get('Default')) ?? [];
  return {
    values: new Map([...valuesIn(credentials, credentialKeys), ...valuesIn(defaults, defaultKeys)]),
    endpoints: new Map(entriesOf(sections.get('Bucket-Endpoint'))),
    cnames: new Map(entriesOf(sections.get('Bucket-Cname'))),
    remarks: [
      ...credentials.flatMap(([key]) => remarkOn(path, 'Credentials', key, credentialKeys)),
      ...defaults.flatMap(([key]) => remarkOn(path, 'Default', key, defaultKeys)),
      ...(sections.has('AkService') ? [`${path}: [AkService] is ossutil's own and not used by this program`] : []),
    ],
  };
}

/** A line that is no comment: ossutil knows comments only from the first character on. */
const plainLine = /^(?![#;]).+$/gm;

/** The library takes quotes off a value and ends it at `;` and `#`, which stand in secrets; as JSON it is what it is. */
function literally(line: string): string {
  // A dot in a section's name would nest it in another.
  if (line.startsWith('[')) return escaped(line).replaceAll('.', String.raw`\.`);
  const equals = line.indexOf('=');
  if (equals < 0) return escaped(line);
  return `${escaped(line.slice(0, equals))}=${JSON.stringify(line.slice(equals + 1).trim())}`;
}

function escaped(name: string): string {
  return name.replaceAll(/[\\;#]/g, String.raw`\$&`);
}

function requireSingleSections(path: string, text: string): void {
  const names = [...text.matchAll(/^\[([^\]\r\n]*)\]/gm)].map(([, name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${path}: the section [${twice}] stands there twice; leave one of them`);
}

type Entry = readonly [key: string, value: string];

/** What stands in a section; `null` where there is none. A key without a value is the library's `true`. */
function entriesOf(section: unknown): readonly Entry[] | null {
  if (typeof section !== 'object' || section === null) return null;
  return Object.entries(section).map(([key, value]): Entry => [key.trim(), value === true ? '' : String(value).trim()]);
}

function valuesIn(entries: readonly Entry[], keys: Keys): readonly (readonly [TextOption, string])[] {
  return entries.flatMap(([key, value]) => {
    const option = keys.get(key.toLowerCase());
    return option === undefined ? [] : [[option, value] as const];
  });
}

function remarkOn(path: string, section: string, key: string, keys: Keys): readonly string[] {
  const name = key.toLowerCase();
  if (keys.has(name) || idleKeys.has(name)) return [];
  // What is not a name may be a secret whose "=" is missing, and so may a name that nothing here resembles.
  if (!/^[\w-]{1,40}$/.test(key)) return [`${path}: a line in [${section}] is not "key = value"`];
  if (unusedKeys.has(name)) return [`${path}: ${key} in [${section}] is ossutil's own and not used by this program`];
  const meant = nearest(name, [...keys.keys()]);
  if (meant === null) return [`${path}: a key in [${section}] is none of ossutil's`];
  return [`${path}: ${key} in [${section}] is no key of ossutil's; did you mean "${meant}"?`];
}

function aliases(names: Readonly<Partial<Record<TextOption, readonly string[]>>>): Keys {
  return new Map(
    // Only options stand among the keys of the object.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    (Object.entries(names) as [TextOption, readonly string[]][]).flatMap(([option, keys]) =>
      keys.map((key) => [key, option] as const),
    ),
  );
}
