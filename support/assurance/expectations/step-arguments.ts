import type { PickleStep, StepMatchArgument, TestCase } from '@cucumber/messages';

/** A part of a step's text that its definition reads. */
export interface StepArgument {
  readonly start: number;
  /** Without the quotes around it. */
  readonly value: string;
  readonly kind: string;
  /** Whether any other text can stand there: quoted text, or a number. */
  readonly isFree: boolean;
}

/** The arguments of a step, in the order of its text. */
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

/** A quoted argument has its text in a group of its own, inside the quotes. */
function placed({ group, parameterTypeName: type = '' }: StepMatchArgument): readonly Placed[] {
  const inner = (group.children ?? []).find(({ value }) => value !== undefined && value !== null);
  const { start, value } = type === 'string' && inner !== undefined ? inner : group;
  return start === undefined || value === undefined ? [] : [{ start, value, type }];
}
