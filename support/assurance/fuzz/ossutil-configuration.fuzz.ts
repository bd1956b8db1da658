import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { constant, constantFrom, oneof, string, uint8Array, type Arbitrary } from 'fast-check';
import { readConfigurationFile, type ConfigurationFile } from '../../ossutil/v1/configuration-file.ts';
import { property } from './property.ts';
import { mutated } from './mutation.ts';

const secret = 'TheSecretNobodyMaySee';
const good = `[Credentials]
language=EN
endpoint = oss-cn-hangzhou.aliyuncs.com
accessKeyID=LTAIexample
accessKeySecret=${secret}
stsToken=${secret}
[Bucket-Endpoint]
bkt = oss-cn-shanghai.aliyuncs.com
[Bucket-Cname]
bkt = img.example.com
[Default]
loglevel=info
`;

const pieces = constantFrom(
  '[',
  ']',
  '=',
  ' = ',
  '\n',
  '\r\n',
  ';',
  '#',
  '\\',
  '"',
  "'",
  '[]',
  '[[',
  '.',
  '[a.b]',
  '__proto__',
  '[__proto__]',
  'constructor',
  '[Credentials]',
  'accessKeySecret',
  '\0',
  '\u{feff}',
  ' ',
  'true',
  'null',
  '{',
  '中',
);

const files: Arbitrary<Uint8Array> = oneof(
  uint8Array({ maxLength: 64 }),
  string({ unit: pieces, maxLength: 20 }).map((text) => Buffer.from(text)),
  mutated(constant(good), pieces).map((text) => Buffer.from(text)),
);

describe("ossutil's configuration file", () => {
  const folder = mkdtempSync(join(tmpdir(), 'ossutil-fuzz-'));
  const path = join(folder, 'config');
  after(() => rmSync(folder, { recursive: true }));

  const read = (content: string | Uint8Array): ConfigurationFile => {
    writeFileSync(path, content);
    return readConfigurationFile(path);
  };

  property('is read, or refused in one line; nothing that is said of it holds a secret', files, (bytes) => {
    let said: readonly string[];
    try {
      said = read(bytes).remarks;
    } catch (error) {
      assert.ok(error instanceof Error);
      said = [error.message];
    }
    for (const line of said) {
      assert.match(line, /^[^\n\r]+$/);
      assert.ok(line.startsWith(path), line);
      assert.ok(!line.includes(secret), line);
    }
  });

  const printable = string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => text !== '');

  property('gives a secret back as it was written, whatever characters it has', printable, (value) => {
    const { values } = read(`[Credentials]\naccessKeyID=a\naccessKeySecret = ${value}\nendpoint=b\n`);
    assert.deepEqual(
      ['accessKeyID', 'accessKeySecret', 'endpoint'].map((name) => new Map<string, string>(values).get(name)),
      ['a', value, 'b'],
    );
  });
});
