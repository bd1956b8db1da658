const pollMs = 250;

/** Resolves on a signal to end, or when the parent process has ended. */
export function ending(): Promise<void> {
  const ended = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
  const parent = process.ppid;
  // There is no signal for the end of the parent, but the parent's process id changes.
  const watch = setInterval(() => {
    if (process.ppid !== parent) ended.resolve();
  }, pollMs).unref();
  return ended.promise.finally(() => clearInterval(watch));
}
