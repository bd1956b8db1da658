import { signedParameterNames, subResourceNames } from '../../oss-api/query-parameters.ts';

const signedNames: ReadonlySet<string> = new Set([...subResourceNames, ...signedParameterNames]);

/** Whether V1 signs a query parameter. Names that start with `x-oss-` are signed too, all others are ignored (AUTH-06). */
export function isSignedSubResource(name: string): boolean {
  return signedNames.has(name) || name.startsWith('x-oss-');
}
