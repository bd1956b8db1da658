import { availableParallelism, cpus, totalmem, type } from 'node:os';

/** What the figures were taken on, in one line. */
export function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'an unnamed processor';
  const memory = `${(totalmem() / 1024 ** 3).toFixed(0)} GiB of memory`;
  return `${processor}, ${availableParallelism()} cores, ${memory}, ${type()}, Node ${process.version}`;
}
