import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { constant, constantFrom, oneof, string, uint8Array, type Arbitrary } from 'fast-check';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { readTargetFile } from '../../harness/target/target-file.ts';
import { property } from './property.ts';
import { mutated } from './mutation.ts';

const secret = 'TheSecretNobodyMaySee';
const good = `name: acme-store 2.3
endpoint: http://127.0.0.1:9000
region: cn-hangzhou
addressing: path
signature: v4
capabilities: [kms, objects, multipart, copy]
principals:
  owner:    { accessKeyId: "\${KEY_ID}", accessKeySecret: "\${SECRET}" }
  outsider: { accessKeyId: other, accessKeySecret: ${secret} }
sts: { valid: { accessKeyId: STS.x, accessKeySecret: ${secret}, securityToken: ${secret} } }
kms: { keyId: 9468da86 }
atRest: { directory: data }
limits: { connectMs: 100 }
expected:
  - { clause: PBE-26, observed: "message", issue: https://example.com, until: 2027-06-30 }
`;
const environment = { KEY_ID: 'LTAIexample', SECRET: secret };

const pieces = constantFrom(
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '&a',
  '*a',
  '!!set',
  '!tag',
  '#',
  '\n',
  '  ',
  '\t',
  '%YAML 1.1',
  '---',
  '...',
  '${',
  '${KEY_ID}',
  '${NOT_SET}',
  '?',
  '@',
  '`',
  '~',
  'null',
  'true',
  '0x1f',
  '1e9',
  '<<',
  '__proto__',
  'owner',
  'endpoint',
  'v4',
  '\0',
  '\u{feff}',
  '\u2028',
);

/** Files written by people or by programs. */
const files: Arbitrary<Uint8Array> = oneof(
  uint8Array({ maxLength: 64 }),
  string({ unit: pieces, maxLength: 20 }).map((text) => Buffer.from(text)),
  mutated(constant(good), pieces).map((text) => Buffer.from(text)),
);

describe('a target file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-file-fuzz-'));
  const path = join(folder, 'target.yaml');
  after(() => rmSync(folder, { recursive: true }));

  property('is a target, or one line that names the file and no secret', files, (bytes) => {
    writeFileSync(path, bytes);
    try {
      const target = readTargetFile(path, environment);
      assert.ok(target.principals.owner.accessKeyId !== '');
    } catch (error) {
      assert.ok(error instanceof ConfigurationError, String(error));
      assert.match(error.message, /^[^\n\r]+$/);
      assert.ok(error.message.startsWith(path), error.message);
      assert.ok(!error.message.includes(secret), error.message);
    }
  });
});
