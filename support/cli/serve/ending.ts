import { whenStarterEnds } from '../starter.ts';

/** Resolves on a signal to end, or when the process that started this one has ended. */
export async function ending(): Promise<void> {
  const ended = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
  using _watch = whenStarterEnds(() => ended.resolve());
  await ended.promise;
}
