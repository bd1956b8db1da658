import { queryValue } from './http/store-request.ts';
import type { QueryParameter } from './http/store-request.ts';

/** Parts of deviations that read a query in another way. */

type Query = readonly QueryParameter[];

/** The query with another value of a parameter, if it has it. */
export function withParameter(query: Query, name: string, change: (value: string) => string): Query {
  return query.map((parameter) => (parameter[0] === name ? [name, change(parameter[1] ?? '')] : parameter));
}

export function withoutParameter(query: Query, name: string): Query {
  return query.filter(([own]) => own !== name);
}

/** The query with that parameter, unless it has it already. */
export function withDefault(query: Query, name: string, value: string): Query {
  return queryValue(query, name) === undefined ? [...query, [name, value]] : query;
}
