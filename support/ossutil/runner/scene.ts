import type { OssWorld } from '../../harness/world/world.ts';
import type { ProgramRun } from './program.ts';
import type { MockStore } from './mock-store.ts';

/** What a scenario knows of the program that it judges. */
export class OssutilScene {
  /** In the store's place; `null` where the program is to speak with the target. */
  mockStore: MockStore | null = null;
  /** The text of the configuration file, with its placeholders; `none` for no file at all, `null` for the usual one. */
  configuration: { readonly text: string } | 'none' | null = null;
  #last: ProgramRun | null = null;

  constructor(world: Pick<OssWorld, 'onLeave'>) {
    world.onLeave(() => this.mockStore?.close());
  }

  /** What the program did when the scenario ran it. */
  get run(): ProgramRun {
    if (this.#last === null) throw new Error('the scenario speaks of a program before it ran one');
    return this.#last;
  }

  set run(run: ProgramRun) {
    this.#last = run;
  }

  /** The stand-in for the store. */
  get requiredMockStore(): MockStore {
    if (this.mockStore === null) throw new Error('the scenario asks what reached a stand-in store, and has none');
    return this.mockStore;
  }
}
