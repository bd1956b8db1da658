#!/usr/bin/env node
// A program that is right: the commands of ossutil 2.x (CLI-29…33), as far as the feature needs them.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OssClient } from '../../../client/client.ts';
import type { OssRequest } from '../../../client/request.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: 'boolean' },
    bucket: { type: 'string' },
    'server-side-encryption-rule': { type: 'string' },
    'config-file': { type: 'string', short: 'c' },
    'addressing-style': { type: 'string' },
    region: { type: 'string' },
  },
});
const [command = '', operation = ''] = positionals;
if (values.version === true) fail('unknown flag: --version');
else if (command === 'version') process.stdout.write('ossutil version v2.0.6\n');
else if (values.region === undefined) fail('region must be set in sign version 4.');
else await call(operation, values.region);

async function call(operation: string, region: string): Promise<void> {
  const configuration = configurationIn(values['config-file'] ?? '');
  const client = new OssClient({
    endpoint: configuration.get('endpoint') ?? '',
    region,
    addressing: values['addressing-style'] === 'path' ? 'path' : 'virtual',
    signature: 'v4',
  });
  const { outcome } = await client.send(requestOf(operation, values.bucket ?? ''), {
    accessKeyId: configuration.get('accessKeyID') ?? '',
    accessKeySecret: configuration.get('accessKeySecret') ?? '',
  });
  await client.close();
  if ('answer' in outcome && outcome.answer.status < 300) process.stdout.write(outcome.answer.body);
  else fail('the store refused');
}

function fail(reason: string): void {
  process.stderr.write(`Error: ${reason}\n`);
  process.exitCode = 1;
}

function configurationIn(path: string): ReadonlyMap<string, string> {
  const lines = readFileSync(path, 'utf8').split('\n');
  return new Map(lines.map((line) => line.split(/=(.*)/s, 2)).map(([key = '', value = '']) => [key, value]));
}

function requestOf(operation: string, bucket: string): OssRequest {
  const method = (/^(put|get|delete)-/.exec(operation)?.[1] ?? '').toUpperCase();
  const request: OssRequest = { method, bucket, query: [['encryption']], headers: [] };
  const rule = values['server-side-encryption-rule'];
  return rule === undefined ? request : { ...request, body: Buffer.from(ruleXml(rule)) };
}

/** XML as it is, JSON without the root, or a file behind `file://`. */
function ruleXml(rule: string): string {
  const text = rule.startsWith('file://') ? readFileSync(rule.slice('file://'.length), 'utf8') : rule;
  return text.startsWith('{') ? elements({ ServerSideEncryptionRule: JSON.parse(text) }) : text;
}

function elements(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${elements(inner)}</${name}>`)
    .join('');
}
