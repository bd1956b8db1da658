import type { Behaviour } from './behaviour.ts';
import type { Call } from './pipeline/call.ts';

/** Parts of deviations that change what a listing says. */

type ListingOperation = 'ListObjects' | 'ListObjectsV2';

/** Changes the document of every listing by these operations. */
export function changeListings(
  operations: readonly ListingOperation[],
  change: (document: string, call: Call) => string,
): Behaviour['answer'] {
  return (answer, call) => {
    const isListing = operations.some((operation) => operation === call.operation?.name) && answer.status === 200;
    if (!isListing || !(answer.body instanceof Uint8Array)) return answer;
    return { ...answer, body: Buffer.from(change(answer.body.toString(), call)) };
  };
}
