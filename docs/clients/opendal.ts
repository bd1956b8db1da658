import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operator } from './opendal-trials.ts';

/** The package as it is installed in some folder. */
export interface Opendal {
  readonly version: string;
  readonly operatorFor: (options: Readonly<Record<string, string>>) => Operator;
}

/**
 * opendal is no dependency: `npm ci` refuses a lock whose optional builds for other systems cannot all be had. So the
 * trials take it from a folder where `npm install --no-save opendal` was run.
 *
 * @throws Error where the folder does not have it
 */
export async function opendalIn(folder: string): Promise<Opendal> {
  const file = createRequire(join(resolve(folder), 'package.json')).resolve('opendal');
  // The part of its interface that opendal-trials.ts declares.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { Operator: Service } = (await import(pathToFileURL(file).href)) as {
    readonly Operator: new (scheme: string, options: Readonly<Record<string, string>>) => Operator;
  };
  const manifest: unknown = JSON.parse(await readFile(join(dirname(file), 'package.json'), 'utf8'));
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return {
    version: isNamed ? String(manifest.version) : 'of an unknown version',
    operatorFor: (options) => new Service('oss', options),
  };
}
