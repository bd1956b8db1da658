import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { WaitMode } from '../../harness/read-after-write/session-waits.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { startTarget } from '../../run/reference-target.ts';
import { openParameters } from '../../run/run.ts';
import { InProcessSuite } from '../in-process-suite.ts';

export interface ComparedStore {
  readonly name: string;
  readonly deviation: Pick<Deviation, 'deviate'>;
  readonly signature: SignatureVersion;
  /** How long a write may take to become readable. */
  readonly deadlineMs: number;
  /** Features, or `FEATURE:LINE`. */
  readonly paths: readonly string[];
}

interface Judged {
  readonly durationMs: number;
  /** With reasons, by scenario. */
  readonly verdicts: ReadonlyMap<string, string>;
}

/** Judges one store twice: with full deadlines, and with waits that are cut. */
export class WaitComparison {
  readonly #suite: InProcessSuite;
  readonly #directory: string;
  readonly #catalogue = loadCatalogue();

  /** `directory` is for the ledgers. */
  constructor(directory: string) {
    this.#directory = directory;
    this.#suite = new InProcessSuite(directory);
  }

  /** Returns a line for each scenario whose verdict or reason differs, and both times in words. */
  async compare(store: ComparedStore): Promise<{ readonly differences: readonly string[]; readonly times: string }> {
    const full = await this.#judge('full', store);
    const cut = await this.#judge('cut', store);
    const differences = [...full.verdicts].flatMap(([scenario, verdict]) => {
      const other = cut.verdicts.get(scenario);
      return other === verdict ? [] : [`${store.name}: ${scenario} is ${verdict}; with waits that are cut ${other}`];
    });
    const times = `${full.verdicts.size} scenarios, ${seconds(full)} with full deadlines, ${seconds(cut)} cut`;
    return { differences, times };
  }

  async #judge(waits: WaitMode, { name, deviation, signature, deadlineMs, paths }: ComparedStore): Promise<Judged> {
    const style = { region: 'cn-hangzhou', addressing: 'path', signature, without: [] } as const;
    const { target, close } = await startTarget(name, style, deviation);
    try {
      const limits = { ...target.limits, readAfterWriteMs: deadlineMs, answerMs: 5_000, idleMs: 1_000 };
      const began = performance.now();
      const options = { parallel: 0, reportsDirectory: this.#directory };
      const opened = await openParameters(await this.#catalogue, { ...target, limits }, options);
      const seen = await this.#suite.run(paths, { ...opened, waits });
      const verdicts = seen.map(
        ({ clause, name: scenario, verdict, reason }, index) =>
          [`${index}, ${clause} ${scenario}`, `${verdict} (${reason ?? 'no reason'})`] as const,
      );
      return { durationMs: performance.now() - began, verdicts: new Map(verdicts) };
    } finally {
      await close();
    }
  }
}

function seconds({ durationMs }: Judged): string {
  return `${(durationMs / 1_000).toFixed(1)} s`;
}
