import { Refusal } from '../errors/refusal.ts';

/** ENV-10, PBE-33. */
export function noSuchBucket(bucket: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist.',
    ec: '0015-00000101',
    details: [['BucketName', bucket]],
  });
}

/** ENV-11. */
export function invalidBucketName(bucket: string): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidBucketName',
    message: 'The specified bucket is not valid.',
    details: [['BucketName', bucket]],
  });
}

/** BKT-14. */
export function bucketAlreadyExists(bucket: string): Refusal {
  return alreadyExists(
    bucket,
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
  ).with({ ec: '0015-00000104' });
}

/** BKT-13. */
export function storageClassIsFixed(bucket: string): Refusal {
  return alreadyExists(bucket, "Cannot modify existing bucket's storage class.");
}

/** BKT-13. */
export function redundancyIsFixed(bucket: string): Refusal {
  return alreadyExists(bucket, "Bucket already exists CAN'T modify data redundancy type.");
}

function alreadyExists(bucket: string, message: string): Refusal {
  return new Refusal({ status: 409, code: 'BucketAlreadyExists', message, details: [['BucketName', bucket]] });
}

/** BKT-18, BKT-19. */
export function bucketNotEmpty(bucket: string): Refusal {
  return new Refusal({
    status: 409,
    code: 'BucketNotEmpty',
    message: 'The bucket you tried to delete is not empty.',
    ec: '0015-00000301',
    details: [['BucketName', bucket]],
  });
}
