const pollMs = 250;

/** Resolves when the process is asked to end, or when the process that started it has ended. */
export function ending(): Promise<void> {
  const ended = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
  const parent = process.ppid;
  // Nothing tells a process that its parent has ended, but from then on it has another one.
  const watch = setInterval(() => {
    if (process.ppid !== parent) ended.resolve();
  }, pollMs).unref();
  return ended.promise.finally(() => clearInterval(watch));
}
