import type { DataTable } from '@cucumber/cucumber';
import type { OssWorld } from '../support/harness/world.ts';

/** How the tables of the features are read: a name, and a value that may stand for something of the target's. */
export type Row = readonly [name: string, value: string];

/** Puts the target's own values where a row names them. Throws Untested where the run was not given one. */
export function rowsOf(world: OssWorld, table: DataTable): readonly Row[] {
  return table.raw().map(([name = '', value = '']) => [name, value === "(the target's key)" ? world.kmsKeyId : value]);
}
