import type { QueryParameter } from '../request.ts';

/** Values by name, absent ones as ''. Of a repeated parameter the first value counts (AUTH-15). */
export function firstValues(query: readonly QueryParameter[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value = ''] of query) if (!byName.has(name)) byName.set(name, value);
  return byName;
}
