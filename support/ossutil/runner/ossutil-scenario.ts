import type { OssWorld } from '../../harness/world/world.ts';
import type { ProgramRun } from '../program.ts';
import type { MockStore } from './mock-store.ts';

/** The part of a scenario's state that concerns ossutil. */
export class OssutilScenario {
  /** `null` if the program uses the target. */
  mockStore: MockStore | null = null;
  /** The text of the configuration file, with its placeholders; `none` for no file at all, `null` for the usual one. */
  configuration: { readonly text: string } | 'none' | null = null;
  #last: ProgramRun | null = null;

  constructor(world: Pick<OssWorld, 'onLeave'>) {
    world.onLeave(() => this.mockStore?.close());
  }

  /** The run of the program in the scenario. */
  get run(): ProgramRun {
    if (this.#last === null) throw new Error("the scenario refers to a program's run before it ran one");
    return this.#last;
  }

  set run(run: ProgramRun) {
    this.#last = run;
  }

  /** The mock store. Throws an Error if the scenario has none. */
  get requiredMockStore(): MockStore {
    if (this.mockStore === null) throw new Error('the scenario asks what a mock store received, and has none');
    return this.mockStore;
  }
}
