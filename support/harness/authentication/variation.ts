import type { RequestDraft } from '../conversation/request-draft.ts';
import type { Target } from '../target/target.ts';

/** One way in which a request may differ from a good client's: a change to the draft of the next request. */
export type RequestVariation = (draft: RequestDraft, target: Target) => void;

/** Ways to differ, by the words that complete "a request whose …". */
export type RequestVariations = Readonly<Record<string, RequestVariation>>;
