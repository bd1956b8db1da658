import type { DataTable } from '@cucumber/cucumber';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import type { KmsKeys } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** How the tables of the features are read: a name, and a value that may refer to the target. */
export type Row = readonly [name: string, value: string];

/** The words for the keys of the target's KMS. */
const keyWords: Readonly<Record<string, keyof KmsKeys>> = {
  "(the target's key)": 'keyId',
  '(a key disabled)': 'disabledKeyId',
  '(a key pending deletion)': 'pendingDeletionKeyId',
  '(a key pending import)': 'pendingImportKeyId',
};

/** The rows of a table, with the target's own values where a row names them. */
export function rowsOf(world: OssWorld, table: DataTable): readonly Row[] {
  return withTargetValues(
    world,
    table.raw().map(([name = '', value = '']) => [name, value] as const),
  );
}

/** Puts the target's own values where a row names them. Throws Untested where the run was not given one. */
export function withTargetValues(world: OssWorld, rows: readonly Row[]): readonly Row[] {
  return rows.map(([name, value]) => {
    const key = keyWords[value];
    return [name, key === undefined ? meaningOf(world, value) : world.kmsKey(key)];
  });
}

/** The rows of a table of headers, as the client writes and reads them. */
export function headersOf(world: OssWorld, table: DataTable): readonly Row[] {
  return rowsOf(world, table).map(([name, value]) => [name, asHeaderText(value)] as const);
}

/** Headers are bytes, which the client reads and writes as latin1; other text is sent as its UTF-8 bytes. */
export function asHeaderText(value: string): string {
  return /[^\0-\xff]/u.test(value) ? Buffer.from(value).toString('latin1') : value;
}
