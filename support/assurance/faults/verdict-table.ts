import type { Duration, Fault } from '../../fault-proxy/fault.ts';
import * as foreign from '../../fault-proxy/foreign-answers.ts';
import * as wire from '../../fault-proxy/wire-faults.ts';
import type { TargetLimits } from '../../harness/target/target.ts';
import type { FaultTools } from './fault-environment.ts';
import { faultPoints, type FaultPoint } from './fault-points.ts';

/**
 * How the scenario of a run ends. `blocked` names the clause that is nonconformant instead; `not begun` is inconclusive
 * before anything is judged; `left` is conformant, but a bucket could not be removed and is named.
 */
export type Ending = 'conformant' | 'nonconformant' | 'blocked' | 'inconclusive' | 'not begun' | 'left';

/** How long a fault lasts: it passes, it hits one request every time, or it hits everything from then on. */
export const spans = ['passing', 'always', 'for everything'] as const;
export type Span = (typeof spans)[number];

/** The endings of one span; `null` where the fault knows no such span. */
type Endings = Readonly<Record<FaultPoint, Ending>>;
type Pattern = Readonly<Record<Span, Endings | null>>;

/** One ending for every fault point except the named ones. */
function endings(usual: Ending, exceptions: Partial<Endings> = {}): Endings {
  const of = (point: FaultPoint): Ending => exceptions[point] ?? usual;
  return {
    'first look': of('first look'),
    gate: of('gate'),
    bucket: of('bucket'),
    preparation: of('preparation'),
    write: of('write'),
    read: of('read'),
    'reading back': of('reading back'),
    'clean-up': of('clean-up'),
  };
}

const good = endings('conformant');
const recovered = endings('conformant', { 'first look': 'not begun' });
/** Nothing more is answered: control requests neither. */
const down = endings('inconclusive', { 'first look': 'not begun', gate: 'not begun', 'clean-up': 'left' });

/** There is no answer, or not one from a store. If that happens to one request only, the store is at fault. */
const unanswered: Pattern = {
  passing: recovered,
  always: endings('nonconformant', {
    'first look': 'not begun',
    gate: 'blocked',
    bucket: 'inconclusive',
    preparation: 'inconclusive',
    'clean-up': 'left',
  }),
  'for everything': down,
};

/** The store, or something in front of it, throttles: that says nothing about what it would answer. */
const throttled: Pattern = { passing: recovered, always: down, 'for everything': down };

/** As `throttled`, for more than one request in a row. */
const throttledForAWhile: Pattern = { passing: recovered, always: null, 'for everything': null };

/** A request for a change reads no document. */
const onlyReadingFails = endings('conformant', {
  'first look': 'not begun',
  gate: 'blocked',
  read: 'nonconformant',
  'reading back': 'nonconformant',
});

/** The answer came, and its body is no document. */
const unreadable: Pattern = {
  passing: recovered,
  always: onlyReadingFails,
  'for everything': { ...down, 'clean-up': 'conformant' },
};

/** As `unreadable`, but what is left of the document shows that the store knows of encryption rules. */
const cut: Pattern = { ...unreadable, always: { ...onlyReadingFails, gate: 'inconclusive' } };

/** A connection is made before it is known which request will use it. */
const disconnected: Pattern = { passing: null, always: null, 'for everything': down };

/** The answer is whole; what comes after it does not matter. */
const harmless: Pattern = { passing: good, always: good, 'for everything': good };

/** One fault, and how runs with it end. */
export interface Row {
  readonly title: string;
  readonly fault: (environment: FaultTools) => Fault;
  readonly pattern: Pattern;
  /** How many requests a passing fault hits; 1 by default. */
  readonly passes?: number;
  /** How the harness reaches the store; by default plain HTTP to an address. */
  readonly over?: 'TLS' | 'a host name';
  readonly limits?: Partial<TargetLimits>;
}

/** For a fault that shows only by a time-out. */
const impatient: Partial<TargetLimits> = { connectMs: 1_000, answerMs: 1_000, idleMs: 1_000 };

export const rows: readonly Row[] = [
  { title: 'connections are refused', fault: () => wire.refused, pattern: disconnected },
  {
    title: 'connections are never completed',
    fault: () => wire.neverConnected,
    pattern: disconnected,
    over: 'TLS',
    limits: impatient,
  },
  {
    title: 'the certificate is for another name',
    fault: ({ certificates }) => wire.certificateOf(certificates.othersName),
    pattern: disconnected,
    over: 'TLS',
  },
  {
    title: 'the certificate has expired',
    fault: ({ certificates }) => wire.certificateOf(certificates.expired),
    pattern: disconnected,
    over: 'TLS',
  },
  {
    title: 'the host name does not resolve any more',
    fault: ({ loseName }) => loseName,
    pattern: disconnected,
    over: 'a host name',
  },
  { title: 'reset before the answer', fault: () => wire.resetBeforeTheAnswer, pattern: unanswered },
  { title: 'reset in the header of the answer', fault: () => wire.resetInTheHeader, pattern: unanswered },
  { title: 'reset in the body of the answer', fault: () => wire.resetInTheBody, pattern: unanswered },
  { title: 'reset after the answer', fault: () => wire.resetAfterTheAnswer, pattern: harmless },
  { title: 'half a body, then the end', fault: () => wire.closedInTheBody, pattern: unanswered },
  { title: 'silence instead of an answer', fault: () => wire.silent, pattern: unanswered, limits: impatient },
  { title: 'silence in the header', fault: () => wire.silentInTheHeader, pattern: unanswered, limits: impatient },
  { title: 'silence in the body', fault: () => wire.silentInTheBody, pattern: unanswered, limits: impatient },
  { title: 'a length shorter than the body', fault: () => wire.lengthTooShort, pattern: cut },
  { title: 'a body without end', fault: () => wire.bodyWithoutEnd, pattern: unanswered, limits: impatient },
  { title: 'an answer that is not HTTP', fault: () => wire.notHttp, pattern: unanswered },
  { title: '500', fault: () => foreign.status(500), pattern: unanswered },
  { title: '502', fault: () => foreign.status(502), pattern: unanswered },
  { title: '504', fault: () => foreign.status(504), pattern: unanswered },
  { title: '503', fault: () => foreign.status(503), pattern: throttled, limits: { throttledMs: 500 } },
  {
    title: '503 five times in a row',
    fault: () => foreign.status(503),
    pattern: throttledForAWhile,
    passes: 5,
    limits: { throttledMs: 30_000 },
  },
  {
    title: '503 with Retry-After',
    fault: () => foreign.status(503, 'Retry-After', '1'),
    pattern: throttled,
    limits: { throttledMs: 2_500 },
  },
  { title: '429', fault: () => foreign.status(429), pattern: throttled, limits: { throttledMs: 500 } },
  { title: 'a login page', fault: () => foreign.loginPage, pattern: unanswered },
  {
    title: 'a redirection to another host',
    fault: ({ elsewhere }) => foreign.redirectTo(elsewhere.origin),
    pattern: unanswered,
  },
  { title: 'a gzip bomb', fault: () => foreign.gzipBomb, pattern: unreadable },
  { title: 'an XML bomb', fault: () => foreign.entityBomb, pattern: unreadable },
  { title: 'XML a hundred thousand levels deep', fault: () => foreign.depthBomb, pattern: unreadable },
  { title: "the store's clock is an hour ahead", fault: ({ moveClock }) => moveClock, pattern: unanswered },
  {
    title: 'the keys are not known any more',
    fault: () => foreign.refusal('InvalidAccessKeyId'),
    pattern: unanswered,
  },
  {
    title: 'the session token has expired',
    fault: () => foreign.refusal('SecurityTokenExpired'),
    pattern: unanswered,
  },
];

/** One fault at one point for one span, and how the run must end. */
export interface Cell {
  readonly row: Row;
  readonly point: FaultPoint;
  readonly span: Span;
  readonly ending: Ending;
}

export const cells: readonly Cell[] = rows.flatMap((row) =>
  spans.flatMap((span) =>
    faultPoints.flatMap((point) => {
      const ending = row.pattern[span]?.[point];
      return ending === undefined ? [] : [{ row, point, span, ending }];
    }),
  ),
);

/** The span in the form that the proxy expects. */
export function durationOf({ row, span }: Pick<Cell, 'row' | 'span'>): Duration {
  return span === 'passing' ? (row.passes ?? 1) : span;
}
