import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { readTargetFile } from '../target-file.ts';
import type { Target } from '../target.ts';

export const secret = 'Otxrz+xIsfp/FjA7';
export const environment = {
  KEY_ID: 'LTAI5tExample',
  KEY_SECRET: secret,
  TOKEN: 'CAIS-token',
  EMPTY: '',
  BLANK: ' x ',
};

/** Removed after the tests. */
export const directory = mkdtempSync(join(tmpdir(), 'target-file-'));
export const path = join(directory, 'acme.yaml');
after(() => rmSync(directory, { recursive: true }));

export const owner = `principals:
  owner: { accessKeyId: "\${KEY_ID}", accessKeySecret: "\${KEY_SECRET}" }`;
export const smallest = `endpoint: http://127.0.0.1:9000
region: cn-hangzhou
${owner}
`;

/** Writes a target file and reads it. */
export function read(text: string | Uint8Array): Target {
  writeFileSync(path, text);
  return readTargetFile(path, environment);
}
