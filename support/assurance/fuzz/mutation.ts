import { array, nat, oneof, constant, string, tuple, type Arbitrary } from 'fast-check';

/** Valid texts from which something was cut, into which something was inserted, or in which something was doubled. */
export function mutated(
  texts: Arbitrary<string>,
  pieces: Arbitrary<string> = string({ maxLength: 6 }),
): Arbitrary<string> {
  const mutation = tuple(nat(1_000), nat(20), oneof(constant(''), pieces), constant(false));
  const repetition = tuple(nat(1_000), nat(20), constant(''), constant(true));
  return tuple(texts, array(oneof(mutation, repetition), { maxLength: 3 })).map(([text, mutations]) =>
    mutations.reduce((current, [place, length, piece, repeats]) => {
      const start = place % (current.length + 1);
      const cut = current.slice(start, start + length);
      return current.slice(0, start) + (repeats ? cut + cut : piece) + current.slice(start + length);
    }, text),
  );
}
