import type { Answer, Exchange } from '../../client/exchange.ts';

/** The exchange that a scenario reads instead of asking the target: one that documentation prints. */
export class DocumentedAnswer {
  exchange: Exchange | null = null;

  get answer(): Answer {
    if (this.exchange === null || !('answer' in this.exchange.outcome))
      throw new Error('the scenario needs a documented answer before it has one');
    return this.exchange.outcome.answer;
  }
}
