import type { Group, PickleStep, StepMatchArgument, TestCase } from '@cucumber/messages';

/** A part of a step's text that its definition reads. */
export interface StepArgument {
  readonly start: number;
  /** Without the quotes around it. */
  readonly value: string;
  readonly kind: string;
  /** Whether any other text is possible there: true for quoted text and numbers. */
  readonly isFree: boolean;
}

/** The arguments of a step, in the order in which they appear. */
export function stepArguments(testCase: TestCase | undefined, { id, text }: PickleStep): readonly StepArgument[] {
  const step = testCase?.testSteps.find(({ pickleStepId }) => pickleStepId === id);
  const [match] = step?.stepMatchArgumentsLists ?? [];
  const found = (match?.stepMatchArguments ?? []).flatMap(placed);
  const pattern = found.reduceRight(
    (words, { start, value, type }) => `${words.slice(0, start)}{${type}}${words.slice(start + value.length)}`,
    text,
  );
  return found.map(({ start, value, type }) => ({
    start,
    value,
    kind: type === 'string' || type === 'int' ? `${type} in ${pattern}` : type,
    isFree: type === 'string' || type === 'int',
  }));
}

interface Placed {
  readonly start: number;
  readonly value: string;
  readonly type: string;
}

/**
 * A quoted argument has its text in its own group, inside the quotes. A phrase of a closed vocabulary has one group
 * around it, and inside it a group for each quoted text or number. Those are its values; without any, the phrase itself
 * is the value.
 */
function placed({ group, parameterTypeName: type = '' }: StepMatchArgument): readonly Placed[] {
  if (type === 'int') return placedGroups([group], () => type);
  const inner = matched(group);
  if (type === 'string') return placedGroups(inner.length > 0 ? inner.slice(0, 1) : [group], () => type);
  const values = inner.flatMap(matched);
  return values.length > 0
    ? placedGroups(values, (value) => (/^\d+$/u.test(value) ? 'int' : 'string'))
    : placedGroups([group], () => type);
}

function matched({ children }: Group): readonly Group[] {
  return (children ?? []).filter(({ value }) => value !== undefined && value !== null);
}

function placedGroups(groups: readonly Group[], typeOf: (value: string) => string): readonly Placed[] {
  return groups.flatMap(({ start, value }) =>
    start === undefined || value === undefined ? [] : [{ start, value, type: typeOf(value) }],
  );
}
