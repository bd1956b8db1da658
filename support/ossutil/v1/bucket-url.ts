import { CommandFailure } from './command-failure.ts';

/** The bucket in `oss://BUCKET`. Throws CommandFailure, in ossutil's words, if there is none. */
export function bucketIn(url: string): string {
  const [, rest] = /^oss:\/\/(.*)$/is.exec(url) ?? [];
  if (rest === undefined) throw new CommandFailure(`parameter is not a cloud url,url is ${url}`);
  const slash = rest.indexOf('/');
  const bucket = slash === -1 ? rest : rest.slice(0, slash);
  const object = slash === -1 ? '' : rest.slice(slash + 1);
  if (bucket === '') throw new CommandFailure(`bucket name is empty,url is ${url}`);
  // ossutil silently ignores the object, and so changes the rule of the whole bucket.
  if (object !== '')
    throw new CommandFailure(`the rule is a bucket's, and ${url} names an object; give oss://${bucket}`);
  requireBucketName(bucket);
  return bucket;
}

/** Go SDK, CheckBucketName: no request is sent for an impossible bucket name. */
function requireBucketName(bucket: string): void {
  if (bucket.length < 3 || bucket.length > 63)
    throw new CommandFailure(`bucket name ${bucket} len is between [3-63],now is ${bucket.length}`);
  if (!/^[a-z0-9-]+$/.test(bucket))
    throw new CommandFailure(`bucket name ${bucket} can only include lowercase letters, numbers, and -`);
  if (bucket.startsWith('-') || bucket.endsWith('-'))
    throw new CommandFailure(`bucket name ${bucket} must start and end with a lowercase letter or number`);
}
