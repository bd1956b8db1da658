import { TestStepResultStatus } from '@cucumber/messages';
import { Stage, Status, type Parameter, type StepResult } from 'allure-js-commons';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { PlayedStep } from './allure-attempt.ts';
import type { ExchangeSection } from './allure-exchanges.ts';
import { shortReason } from './allure-reason.ts';
import { statusOf } from './allure-status.ts';

/** The result of a step in a scenario with that verdict, without attachments. */
export function stepResultOf(
  step: PlayedStep,
  verdict: Verdict,
  sections: readonly ExchangeSection[],
): Omit<StepResult, 'attachments'> {
  const { text, start, stop } = step;
  return {
    name: text,
    status: statusOfStep(step, verdict),
    statusDetails: step.failure === null ? {} : detailsOf(step.failure, verdict),
    stage: Stage.FINISHED,
    start,
    stop,
    parameters: [...tableOf(step), ...sections.map(parameterOf)],
    steps: [],
  };
}

/** The verdict decides whether a step failed or broke. */
function statusOfStep({ failure, status }: PlayedStep, verdict: Verdict): Status {
  if (failure !== null) return statusOf(verdict);
  return status === TestStepResultStatus.SKIPPED ? Status.SKIPPED : Status.PASSED;
}

/** Only faults of the suite get a stack trace: it says nothing about the store, and contains paths of this machine. */
function detailsOf(failure: NonNullable<PlayedStep['failure']>, verdict: Verdict): StepResult['statusDetails'] {
  if (verdict === 'harness-error') return { ...failure };
  return { message: shortReason(failure.message.split('\n    at ', 1)[0] ?? null) };
}

function tableOf({ table }: PlayedStep): Parameter[] {
  return (table?.rows ?? []).map(({ cells: [first, ...others] }) => ({
    name: first?.value ?? '',
    value: others.map(({ value }) => value).join(' | '),
  }));
}

/** The attachment of the scenario has the exchanges under the same numbers. */
function parameterOf({ number, title }: ExchangeSection): Parameter {
  return { name: `exchange ${number}`, value: title };
}
