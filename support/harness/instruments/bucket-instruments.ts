import { getBucketAcl, getBucketLocation, listBucketsNamed } from '../buckets/bucket-requests.ts';
import { getBucketInfo } from '../conversation/requests.ts';
import type { Instrument } from './instrument.ts';
import { showsDocument } from './shown-document.ts';

/** The calls that show a bucket, and that proxies and emulators may lack: each selects an operation by a parameter. */

const bucketInfo: Instrument = {
  name: 'GET ?bucketInfo of a bucket',
  clause: 'GBI-01',
  expected: 'GetBucketInfo to describe a new bucket',
  request: ({ bucket }) => getBucketInfo(bucket),
  works: (answer) => showsDocument(answer, 'BucketInfo', 'Bucket'),
};

const bucketAcl: Instrument = {
  name: 'GET ?acl of a bucket',
  clause: 'BKT-28',
  expected: 'GetBucketAcl to answer for a new bucket',
  request: ({ bucket }) => getBucketAcl(bucket),
  works: (answer) => showsDocument(answer, 'AccessControlPolicy'),
};

const bucketLocation: Instrument = {
  name: 'GET ?location of a bucket',
  clause: 'BKT-30',
  expected: 'GetBucketLocation to answer for a new bucket',
  request: ({ bucket }) => getBucketLocation(bucket),
  works: (answer) => showsDocument(answer, 'LocationConstraint'),
};

const bucketListing: Instrument = {
  name: 'GET of the service',
  clause: 'LSB-02',
  expected: 'ListBuckets to answer with a list of buckets',
  request: ({ bucket }) => listBucketsNamed(bucket, []),
  works: (answer) => showsDocument(answer, 'ListAllMyBucketsResult'),
};

export const ofBuckets: readonly Instrument[] = [bucketInfo, bucketAcl, bucketLocation, bucketListing];
