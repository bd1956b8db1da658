import type { Answer, Exchange } from '../../client/exchange.ts';

/** An exchange from the documentation, which a scenario reads instead of an answer of the target. */
export class DocumentedAnswer {
  exchange: Exchange | null = null;

  get answer(): Answer {
    if (this.exchange === null || !('answer' in this.exchange.outcome))
      throw new Error('the scenario needs a documented answer before it has one');
    return this.exchange.outcome.answer;
  }
}
