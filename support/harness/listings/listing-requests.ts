import type { OssRequest, QueryParameter } from '../../client/request.ts';

/** The two operations that list the objects of a bucket: the two versions of the call. */
export type ListingOperation = 'ListObjects' | 'ListObjectsV2';

export function listObjectsBy(
  operation: ListingOperation,
  bucket: string,
  parameters: readonly QueryParameter[],
): OssRequest {
  const query: readonly QueryParameter[] =
    operation === 'ListObjectsV2' ? [['list-type', '2'], ...parameters] : parameters;
  return { method: 'GET', bucket, query, headers: [] };
}

/** The parameters of the request for the page after the one that named `next`. */
export function parametersOfNextPage(
  operation: ListingOperation,
  parameters: readonly QueryParameter[],
  next: string,
): readonly QueryParameter[] {
  const name = positionOf(operation);
  return [...parameters.filter(([own]) => own !== name), [name, next]];
}

function positionOf(operation: ListingOperation): string {
  return operation === 'ListObjectsV2' ? 'continuation-token' : 'marker';
}
