import { AsyncLocalStorage } from 'node:async_hooks';

const recordedNow = new AsyncLocalStorage<Date>();

/**
 * Runs an action for which every clock shows that time: a step that reads `Date` itself would otherwise put the time of
 * the replay into a request. Everything else in the process keeps the real time.
 */
export function inRecordedTime<T>(now: Date, action: () => T): T {
  globalThis.Date = dateWithTwoClocks;
  return recordedNow.run(now, action);
}

const realDate = globalThis.Date;

const dateWithTwoClocks = new Proxy(realDate, {
  construct(target, given: unknown[], newTarget): Date {
    const now = recordedNow.getStore();
    // Without arguments a Date is the present; the constructor only returns Dates.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return Reflect.construct(target, given.length === 0 && now !== undefined ? [now] : given, newTarget) as Date;
  },
  get(target, property, receiver): unknown {
    if (property !== 'now') return Reflect.get(target, property, receiver);
    const now = recordedNow.getStore();
    return now === undefined ? realDate.now : () => now.getTime();
  },
});
