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

/** How many characters of HTML all exchanges may take: a page has to open on a phone. */
const longestExchanges = 200_000;

/** The programs' runs and the decisive exchanges of one side, as text that gets shorter as the page fills. */
export class ExchangeTexts {
  readonly #evidence: ReadonlyMap<string, ScenarioEvidence>;
  #left: number;

  /** `sides` is how many sides share the page. */
  constructor(evidence: readonly ScenarioEvidence[] | null, sides: number) {
    this.#evidence = new Map((evidence ?? []).map((one) => [evidencePath(one), one]));
    this.#left = longestExchanges / sides;
  }

  /** `null` if nothing is known, or the page is full. */
  of({ evidence }: ScenarioResult): string | null {
    const { exchanges = [], commands = [] } = this.#evidence.get(evidence ?? '') ?? {};
    const exchange = decisiveExchange(exchanges);
    const shown = [...commands.map(commandTranscript), ...(exchange === null ? [] : [withoutSignature(exchange)])];
    if (shown.length === 0 || this.#left <= 0) return null;
    const text = cut(shown.join('\n'));
    // `&lt;` for one character.
    this.#left -= text.length + 3 * (text.match(/[<>&"]/g)?.length ?? 0);
    return text;
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
