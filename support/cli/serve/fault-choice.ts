import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import type { Fault } from '../../fault-proxy/fault.ts';
import { throttled } from '../../fault-proxy/foreign-answers.ts';
import type { RandomFault } from '../../fault-proxy/random-faults.ts';
import { cutBody, resetBeforeTheAnswer, silent } from '../../fault-proxy/wire-faults.ts';

/** The faults that are injected into the requests to a served store. */
export interface FaultChoice {
  readonly faults: readonly RandomFault[];
  /** How far the store's clock is ahead. */
  readonly clockAheadMs: number;
}

/** The faults of single requests that need only a rate. */
const struck: Readonly<Record<string, Fault>> = {
  throttle: throttled,
  reset: resetBeforeTheAnswer,
  cut: cutBody,
  silence: silent,
};

const kinds = ['latency', 'clock', ...Object.keys(struck)];

/** Parses the values of `--fault`: `latency=300`, `throttle@0.1`, `clock=-1200`. Throws ConfigurationError. */
export function chooseFaults(words: readonly string[]): FaultChoice {
  const parsed = words.map(parse);
  return {
    faults: parsed.flatMap(({ fault }) => fault ?? []),
    clockAheadMs: parsed.reduce((sum, { clockAheadMs }) => sum + clockAheadMs, 0),
  };
}

function parse(word: string): { readonly fault: RandomFault | null; readonly clockAheadMs: number } {
  const [, kind = '', amount, rateText] = /^([^=@]*)(?:=([^@]*))?(?:@(.*))?$/u.exec(word) ?? [];
  const wrong = (problem: string): ConfigurationError => new ConfigurationError(`--fault ${word}: ${problem}`);
  if (!kinds.includes(kind))
    throw wrong(`there is no such fault${suggestion(kind, kinds) || `; the faults are ${kinds.join(', ')}`}`);
  const rate = rateText === undefined ? 1 : Number(rateText);
  if (rateText?.trim() === '' || !(rate > 0 && rate <= 1))
    throw wrong('the rate after "@" is the share of requests, above 0 and at most 1');
  const fault = struck[kind];
  if (fault !== undefined) {
    if (amount !== undefined) throw wrong(`${kind} takes a rate only, as in ${kind}@0.1`);
    return { fault: { kind: 'fault', fault, rate }, clockAheadMs: 0 };
  }
  if (kind === 'latency') {
    if (!/^\d{1,6}$/u.test(amount ?? '')) throw wrong('give milliseconds, as in latency=300 or latency=300@0.5');
    return { fault: { kind: 'latency', milliseconds: Number(amount), rate }, clockAheadMs: 0 };
  }
  if (!/^[+-]?\d{1,9}$/u.test(amount ?? '') || rateText !== undefined)
    throw wrong('give the seconds that the clock is ahead, as in clock=1200, or behind, as in clock=-1200');
  return { fault: null, clockAheadMs: Number(amount) * 1_000 };
}
