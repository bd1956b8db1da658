import type { Envelope, Pickle, PickleStep, TestCase } from '@cucumber/messages';

/** The scenario behind each test case and test step in cucumber's messages, which later messages name only by their ids. */
export class PlannedTestCases {
  readonly #pickles = new Map<string, Pickle>();
  readonly #pickleOfTestCase = new Map<string, Pickle>();
  /** By the id of the step in a test case. */
  readonly #steps = new Map<string, PickleStep>();

  receive({ pickle, testCase }: Envelope): void {
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) this.#add(testCase);
  }

  pickleOf(testCaseId: string): Pickle | undefined {
    return this.#pickleOfTestCase.get(testCaseId);
  }

  /** `undefined` for a hook. */
  stepOf(testStepId: string): PickleStep | undefined {
    return this.#steps.get(testStepId);
  }

  #add({ id, pickleId, testSteps }: TestCase): void {
    const pickle = this.#pickles.get(pickleId);
    if (pickle === undefined) return;
    this.#pickleOfTestCase.set(id, pickle);
    for (const step of testSteps) {
      const pickleStep = pickle.steps.find((own) => own.id === step.pickleStepId);
      if (pickleStep !== undefined) this.#steps.set(step.id, pickleStep);
    }
  }
}
