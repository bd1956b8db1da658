import type { QueryParameter, WireRequest } from './request.ts';
import { percentEncode } from './signature/encoding.ts';

/** A change to a request that is already signed. */
export type Alteration = (wire: WireRequest) => WireRequest;

/** Several changes, one after the other. */
export function altered(...alterations: readonly Alteration[]): Alteration {
  return (wire) => alterations.reduce((current, alter) => alter(current), wire);
}

/** Drops every header of that name. */
export function withoutHeader(name: string): Alteration {
  return (wire) => ({ ...wire, headers: wire.headers.filter(([candidate]) => !sameHeader(candidate, name)) });
}

/** Adds a header at the end, even if there is already one of that name. */
export function withExtraHeader(name: string, value: string): Alteration {
  return (wire) => ({ ...wire, headers: [...wire.headers, [name, value]] });
}

/** Changes the value of every header of that name, in its place. */
export function withHeaderValue(name: string, change: (value: string) => string): Alteration {
  return (wire) => ({
    ...wire,
    headers: wire.headers.map((pair) => (sameHeader(pair[0], name) ? [pair[0], change(pair[1])] : pair)),
  });
}

/** Drops every query parameter of that name. */
export function withoutQueryParameter(name: string): Alteration {
  return changedQuery((parts) => parts.filter((part) => nameOf(part) !== percentEncode(name)));
}

/** Adds a query parameter at the end. */
export function withExtraQueryParameter(...[name, value]: QueryParameter): Alteration {
  const part = value === undefined ? percentEncode(name) : `${percentEncode(name)}=${percentEncode(value)}`;
  return changedQuery((parts) => [...parts, part]);
}

function changedQuery(change: (parts: readonly string[]) => readonly string[]): Alteration {
  return (wire) => {
    const mark = wire.path.indexOf('?');
    const path = mark === -1 ? wire.path : wire.path.slice(0, mark);
    const parts = change(mark === -1 ? [] : wire.path.slice(mark + 1).split('&'));
    return { ...wire, path: parts.length === 0 ? path : `${path}?${parts.join('&')}` };
  };
}

function nameOf(part: string): string {
  return part.split('=', 1)[0] ?? part;
}

function sameHeader(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
