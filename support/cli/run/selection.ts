import type { Selection } from '../../run/run-options.ts';
import type { RunFlags } from '../commands/run.ts';

/** The selection that the flags of a run name. */
export function selectionOf({ clauses, tags, shard, features = [] }: RunFlags): Selection {
  return {
    clauses: clauses ?? [],
    tags: tags ?? null,
    shard: shard ?? null,
    ...(features.length === 0 ? {} : { paths: features }),
  };
}
