/**
 * Preloaded with `--import`: moves the clock of this process by forty days, so that what is recorded on another day can
 * be compared with what is tracked.
 */
const realDate = globalThis.Date;
const shiftMs = 40 * 24 * 3600 * 1000;

globalThis.Date = new Proxy(realDate, {
  construct(target, given: unknown[], newTarget): Date {
    // Without arguments a Date is the present; the constructor only returns Dates.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return Reflect.construct(target, given.length === 0 ? [realDate.now() + shiftMs] : given, newTarget) as Date;
  },
  get(target, property, receiver): unknown {
    return property === 'now' ? () => realDate.now() + shiftMs : Reflect.get(target, property, receiver);
  },
});
