import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OssClient } from '../../client/client.ts';
import { proxyFor } from '../../client/proxy.ts';
import type { OssRequest } from '../../client/request.ts';
import { optionIn } from '../arguments.ts';
import type { OssutilProgram, OssutilSyntax, ProgramRun } from '../program.ts';

/** A correct program: the commands of ossutil 2.x (CLI-29…33), as far as the feature needs them. */
export class SecondVersion implements OssutilProgram {
  readonly #directory: string;
  readonly #ca: string | null;

  /** File names are relative to `directory`. `ca` has PEM certificates to trust in addition to those of Node. */
  constructor(directory: string, ca: string | null = null) {
    this.#directory = directory;
    this.#ca = ca;
  }

  syntax(): Promise<OssutilSyntax> {
    return Promise.resolve('2.x');
  }

  knows(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async run(args: readonly string[]): Promise<ProgramRun> {
    const [command = '', operation = ''] = args;
    if (command === 'version') return { stdout: 'ossutil version v2.0.6\n', stderr: '', exitCode: 0 };
    if (command !== 'api') return failure(`unknown command "${command}"`);
    const region = optionIn(args, '--region');
    return region === null ? failure('region must be set in sign version 4.') : this.#call(operation, region, args);
  }

  async #call(operation: string, region: string, args: readonly string[]): Promise<ProgramRun> {
    const configuration = this.#configuration(optionIn(args, '--config-file', '-c') ?? '');
    const endpoint = configuration.get('endpoint') ?? '';
    const client = new OssClient({
      endpoint,
      region,
      addressing: optionIn(args, '--addressing-style') === 'path' ? 'path' : 'virtual',
      signature: 'v4',
      route: { proxy: proxyFor(endpoint, process.env), ca: this.#ca },
    });
    try {
      const { outcome } = await client.send(this.#request(operation, args), {
        accessKeyId: configuration.get('accessKeyID') ?? '',
        accessKeySecret: configuration.get('accessKeySecret') ?? '',
      });
      if (!('answer' in outcome) || outcome.answer.status >= 300) return failure('the store refused');
      return { stdout: Buffer.from(outcome.answer.body).toString(), stderr: '', exitCode: 0 };
    } finally {
      await client.close();
    }
  }

  #configuration(path: string): ReadonlyMap<string, string> {
    const lines = this.#textOf(path).split('\n');
    return new Map(lines.map((line) => line.split(/=(.*)/s, 2)).map(([key = '', value = '']) => [key, value]));
  }

  #request(operation: string, args: readonly string[]): OssRequest {
    const method = (/^(put|get|delete)-/.exec(operation)?.[1] ?? '').toUpperCase();
    const bucket = optionIn(args, '--bucket') ?? '';
    const request: OssRequest = { method, bucket, query: [['encryption']], headers: [] };
    const rule = optionIn(args, '--server-side-encryption-rule');
    return rule === null ? request : { ...request, body: Buffer.from(this.#ruleXml(rule)) };
  }

  /** The value is XML, JSON without the root (CLI-33), or a file after `file://`. */
  #ruleXml(rule: string): string {
    const text = rule.startsWith('file://') ? this.#textOf(rule.slice('file://'.length)) : rule;
    return text.startsWith('{') ? elements({ ServerSideEncryptionRule: JSON.parse(text) }) : text;
  }

  #textOf(path: string): string {
    return readFileSync(resolve(this.#directory, path), 'utf8');
  }
}

function failure(reason: string): ProgramRun {
  return { stdout: '', stderr: `Error: ${reason}\n`, exitCode: 1 };
}

function elements(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${elements(inner)}</${name}>`)
    .join('');
}
