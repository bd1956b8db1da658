import { nearest } from '../../harness/target/nearest.ts';
import { readTextFile } from '../../harness/target/text-file.ts';
import type { TextOption } from './options.ts';

/** The content of ossutil's configuration file (CLI-20). */
export interface ConfigurationFile {
  readonly values: ReadonlyMap<TextOption, string>;
  /** `[Bucket-Endpoint]`: the endpoint of a bucket. */
  readonly endpoints: ReadonlyMap<string, string>;
  /** `[Bucket-Cname]`: a host that names the bucket itself. */
  readonly cnames: ReadonlyMap<string, string>;
  /** Warnings about the file, one line each. They never contain a value. */
  readonly remarks: readonly string[];
}

/** Enough for some hundred buckets with their endpoints. */
const maxBytes = 64 * 1024;

/** The keys that are read in a section; ossutil ignores their case. */
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

/** Keys of ossutil without a meaning here. */
const idleKeys: ReadonlySet<string> = new Set(['language', 'outputdir', 'output_dir', 'output-dir', 'retrytimes']);
/** Keys that change the behaviour of ossutil but have no effect here. */
const unusedKeys: ReadonlySet<string> = new Set(['proxyhost', 'proxyuser', 'proxypwd', 'useragent', 'ramrolearn']);

/**
 * Reads a configuration file. Throws an Error whose message says in one line what is wrong with it. Of two sections with
 * one name, ossutil reads the first and says nothing; here they are refused, because they may hold keys of two accounts.
 */
export function readConfigurationFile(path: string): ConfigurationFile {
  const sections = sectionsOf(path, readTextFile(path, maxBytes));
  const { Credentials: credentials, Default: defaults = [] } = sections;
  if (credentials === undefined) throw new Error(`${path}: Unable to find Credentials`);
  return {
    values: new Map([...valuesIn(credentials, credentialKeys), ...valuesIn(defaults, defaultKeys)]),
    endpoints: new Map(sections['Bucket-Endpoint']),
    cnames: new Map(sections['Bucket-Cname']),
    remarks: [
      ...credentials.flatMap(([key]) => remarkOn(path, 'Credentials', key, credentialKeys)),
      ...defaults.flatMap(([key]) => remarkOn(path, 'Default', key, defaultKeys)),
      ...(sections.AkService === undefined
        ? []
        : [`${path}: [AkService] is ossutil's own and not used by this program`]),
    ],
  };
}

type Entry = readonly [key: string, value: string];

const sectionNames = ['Credentials', 'Default', 'Bucket-Endpoint', 'Bucket-Cname', 'AkService'] as const;
type SectionName = (typeof sectionNames)[number];

/**
 * The sections that ossutil knows, read as its parser does (github.com/alyu/configparser, Read): a comment starts in the
 * first column, a line that starts with "[" opens a section, and a line is split at its first "=", else at its first ":".
 * There are no quotes, escapes or lists: a secret may hold any of their characters.
 */
function sectionsOf(path: string, text: string): Partial<Record<SectionName, readonly Entry[]>> {
  const sections: Partial<Record<SectionName, Entry[]>> = {};
  let entries: Entry[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (/^(?:[#;]|\s*$)/u.test(line)) continue;
    if (!line.startsWith('[')) {
      entries.push(entryIn(line));
      continue;
    }
    entries = [];
    const name = sectionNames.find((known) => known === line.replaceAll(/^[ [\]]+|[ [\]]+$/gu, ''));
    if (name === undefined) continue;
    if (sections[name] !== undefined) throw new Error(`${path}: the section [${name}] occurs twice; leave one of them`);
    sections[name] = entries;
  }
  return sections;
}

function entryIn(line: string): Entry {
  const equals = line.indexOf('=');
  const delimiter = equals === -1 ? line.indexOf(':') : equals;
  return delimiter === -1 ? [line.trim(), ''] : [line.slice(0, delimiter).trim(), line.slice(delimiter + 1).trim()];
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
  // Text that is not a key may be a secret with a missing "=", and so may a key that resembles no known one.
  if (!/^[\w-]{1,40}$/.test(key)) return [`${path}: a line in [${section}] is not "key = value"`];
  if (unusedKeys.has(name)) return [`${path}: ${key} in [${section}] is ossutil's own and not used by this program`];
  const meant = nearest(name, [...keys.keys()]);
  if (meant === null) return [`${path}: a key in [${section}] is none of ossutil's`];
  return [`${path}: ${key} in [${section}] is not a key of ossutil's; did you mean "${meant}"?`];
}

function aliases(names: Readonly<Partial<Record<TextOption, readonly string[]>>>): Keys {
  return new Map(
    // All keys of the object are options.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    (Object.entries(names) as [TextOption, readonly string[]][]).flatMap(([option, keys]) =>
      keys.map((key) => [key, option] as const),
    ),
  );
}
