import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { ScenarioEvidence, ShownExchange } from '../../harness/evidence/evidence.ts';
import { decisiveExchange } from '../evidence/decisive-exchange.ts';
import { evidencePath } from '../evidence/evidence-writing.ts';
import { commandTranscript, transcript } from '../evidence/transcript.ts';
import type { ScenarioResult } from '../results/results.ts';
import type { Side } from '../comparison/comparison.ts';

/** The parts of the catalogue that the page shows. */
export type DocumentedClause = Omit<CatalogueEntry, 'family' | 'actions'>;

/** The content of a page: the specification, and the results of none, one or several targets. */
export interface PageContent {
  readonly clauses: readonly DocumentedClause[];
  readonly sides: readonly Side[];
}

/** How much of one exchange is shown; the evidence file has it in full. */
const longestExchange = 6_000;

/** The programs' runs and the decisive exchange of each scenario, as text. */
export class ExchangeTexts {
  readonly #evidence: ReadonlyMap<string, ScenarioEvidence>;

  constructor(evidence: readonly ScenarioEvidence[] | null) {
    this.#evidence = new Map((evidence ?? []).map((one) => [evidencePath(one), one]));
  }

  /** `null` if nothing is known. */
  of({ evidence }: ScenarioResult): string | null {
    const { exchanges = [], commands = [] } = this.#evidence.get(evidence ?? '') ?? {};
    const exchange = decisiveExchange(exchanges);
    const shown = [...commands.map(commandTranscript), ...(exchange === null ? [] : [withoutSignature(exchange)])];
    return shown.length === 0 ? null : cut(shown.join('\n'));
  }
}

/** The string to sign is only in the evidence file; the page shows the request and its answer. */
function withoutSignature(exchange: ShownExchange): string {
  return transcript({ ...exchange, canonical: null, stringToSign: null });
}

function cut(text: string): string {
  if (text.length <= longestExchange) return text;
  return `${text.slice(0, longestExchange).toWellFormed()}\n[cut here; the evidence file has ${text.length} characters]`;
}
