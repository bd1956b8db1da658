/**
 * The modules of the store can be loaded several times in one process. Generation 0 loads without any mutant; a mutant
 * in code that runs only while modules load gets a generation of its own.
 */
let last = 0;
let current = 0;

/** The generation that is loaded from outside the store now. */
export function currentGeneration(): number {
  return current;
}

export function beginGeneration(): void {
  last += 1;
  current = last;
}

export function returnToFirstGeneration(): void {
  current = 0;
}

/** The generation that a module of the store belongs to. */
export function generationOf(url: string): number {
  return Number(new URL(url).searchParams.get('generation') ?? 0);
}
