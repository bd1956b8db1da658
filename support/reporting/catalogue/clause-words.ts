/** What the words on a clause mean: its level, and how far its source can be trusted. */
export const clauseWords: readonly (readonly [word: string, meaning: string])[] = [
  ['must', 'the documentation states it; a store that contradicts it is nonconformant'],
  ['should', 'only samples or official SDK tests show it; it fails a run with --strict'],
  ['observe', 'the documentation is silent or contradicts itself; the answer is reported, never judged'],
  ['seed, doc', 'stated by a page of the documentation'],
  ['sdk', 'shown by a published test of an official SDK'],
  ['derived', 'follows from what pages state'],
  ['conflict', 'sources contradict each other'],
  ['unspecified', 'no source says anything'],
];
