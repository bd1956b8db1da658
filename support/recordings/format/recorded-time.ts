import { AsyncLocalStorage } from 'node:async_hooks';

const moment = new AsyncLocalStorage<Date>();

/**
 * Runs an action for which it is always that time, whoever asks the clock: a step that forgot whose clock to ask would
 * otherwise bring the time of the replay into a request. Everything else in the process keeps the real time.
 */
export function inRecordedTime<T>(now: Date, action: () => T): T {
  globalThis.Date = dateWithTwoClocks;
  return moment.run(now, action);
}

const realDate = globalThis.Date;

const dateWithTwoClocks = new Proxy(realDate, {
  construct(target, given: unknown[], newTarget): Date {
    const now = moment.getStore();
    // Without arguments a Date is the present moment; of the constructor's results all are Dates.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return Reflect.construct(target, given.length === 0 && now !== undefined ? [now] : given, newTarget) as Date;
  },
  get(target, property, receiver): unknown {
    if (property !== 'now') return Reflect.get(target, property, receiver);
    const now = moment.getStore();
    return now === undefined ? realDate.now : () => now.getTime();
  },
});
