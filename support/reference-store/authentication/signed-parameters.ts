import { subResources } from '../http/sub-resources.ts';

/** Signed without selecting an operation: they change what an operation does or how its answer looks. */
const signedParameters: ReadonlySet<string> = new Set([
  'security-token',
  'versionId',
  'partNumber',
  'position',
  'sequential',
  'callback',
  'callback-var',
  'continuation-token',
  'startTime',
  'endTime',
  'response-content-type',
  'response-content-language',
  'response-expires',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
]);

/**
 * Which query parameters enter V1's canonical resource.
 *
 * AUTH-05: the documented lists are introduced by "such as" and do not name
 * `encryption`; every SDK signs it, so it belongs here. AUTH-06: names starting
 * `x-oss-` are signed, anything else is ignored.
 */
export function isSignedByV1(name: string): boolean {
  return subResources.has(name) || signedParameters.has(name) || name.startsWith('x-oss-');
}
