import assert from 'node:assert/strict';
import { test } from 'node:test';
import OSS from 'ali-oss';
import { aliOssTrials } from './ali-oss-trials.ts';

test('every method of ali-oss that is about objects is tried', () => {
  const tried = new Set(aliOssTrials.map(({ method }) => method));
  const methods = Object.getOwnPropertyNames(OSS.prototype).filter((name) => !name.startsWith('_') && !isOther(name));
  assert.deepEqual(
    methods.filter((name) => !tried.has(name)),
    [],
  );
});

/** Methods of ali-oss that are about buckets and live channels, and those that send nothing. */
function isOther(name: string): boolean {
  return (
    (/Bucket|Channel|Vod|Rtmp/u.test(name) && name !== 'getBucketVersions') ||
    [
      'constructor',
      'authorization',
      'authorizationV4',
      'cancel',
      'checkBrowserAndVersion',
      'generateObjectUrl',
      'getObjectUrl',
      'isCancel',
      'parseXML',
      'request',
      'requestError',
      'resetCancelFlag',
      'setSLDEnabled',
      'signature',
    ].includes(name)
  );
}
