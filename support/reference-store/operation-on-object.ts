import type { Call } from './pipeline/call.ts';

/** The operation of a call, and its object as one text; both empty if the call is not about an object. */
export function operationOnObject({ operation, address }: Call): { readonly name: string; readonly object: string } {
  if (operation === null || address?.scope !== 'object') return { name: '', object: '' };
  return { name: operation.name, object: `${address.bucket}/${address.key}` };
}
