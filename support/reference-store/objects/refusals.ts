import { Refusal, invalidArgument } from '../errors/refusal.ts';

/** GetObject's error table, with `<Key>` as in its sample. */
export function noSuchKey(key: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'NoSuchKey',
    message: 'The specified key does not exist.',
    ec: '0026-00000001',
    details: [['Key', key]],
  });
}

/** ENV-25: one code for a Content-MD5 that is no MD5 and for one that is another's. */
export function invalidDigest(problem: 'malformed' | 'mismatch'): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidDigest',
    message: 'The Content-MD5 you specified was invalid.',
    ec: problem === 'malformed' ? '0017-00000502' : '0017-00000503',
  });
}

/** ENV-16. */
export function entityTooLarge(limit: number): Refusal {
  return new Refusal({
    status: 400,
    code: 'EntityTooLarge',
    message: 'Your proposed upload exceeds the maximum allowed size.',
    details: [['MaxSizeAllowed', String(limit)]],
  });
}

/** `x-oss-forbid-overwrite: true`, and the key exists. */
export function fileAlreadyExists(): Refusal {
  return new Refusal({
    status: 409,
    code: 'FileAlreadyExists',
    message: 'The object you specified already exists and can not be overwritten.',
    ec: '0026-00000005',
  });
}

/** A condition of GetObject, HeadObject, CopyObject or UploadPartCopy does not hold. */
export function preconditionFailed(condition: string): Refusal {
  return new Refusal({
    status: 412,
    code: 'PreconditionFailed',
    message: 'At least one of the pre-conditions you specified did not hold.',
    details: [['Condition', condition]],
  });
}

/** AppendObject on an object that another operation created. */
export function objectNotAppendable(): Refusal {
  return new Refusal({ status: 409, code: 'ObjectNotAppendable', message: 'The object is not appendable' });
}

/** AppendObject at another position than the end; the answer names the end. */
export function positionNotEqualToLength(length: number): Refusal {
  return new Refusal({
    status: 409,
    code: 'PositionNotEqualToLength',
    message: 'Position is not equal to file length',
    headers: [['x-oss-next-append-position', String(length)]],
  });
}

/** The EC differs by operation; this is the one of UploadPart. */
export function noSuchUpload(uploadId: string, ec = '0042-00000104'): Refusal {
  return new Refusal({
    status: 404,
    code: 'NoSuchUpload',
    message:
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    ec,
    details: [['UploadId', uploadId]],
  });
}

/** An UploadPart without a part number. */
export function missingPartNumber(): Refusal {
  return invalidArgument('Unexpected query string parameter', { name: 'partNumber', ec: '0017-00000219' });
}

/** CompleteMultipartUpload names a part that was not uploaded, or not with that ETag. */
export function invalidPart(partNumber: number): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidPart',
    message:
      "One or more of the specified parts could not be found or the specified entity tag might not have matched the part's entity tag.",
    details: [['PartNumber', String(partNumber)]],
  });
}

export function invalidPartOrder(): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidPartOrder',
    message: 'The list of parts was not in ascending order.',
    ec: '0042-00000209',
  });
}

/** A part that is not the last has less than the least size. */
export function entityTooSmall(size: number, leastSize: number): Refusal {
  return new Refusal({
    status: 400,
    code: 'EntityTooSmall',
    message: 'Your proposed upload smaller than the minimum allowed size.',
    details: [
      ['ProposedSize', String(size)],
      ['MinSizeAllowed', String(leastSize)],
    ],
  });
}

/** The range of a GetObject with `x-oss-range-behavior: standard` begins behind the end. */
export function invalidRange(size: number): Refusal {
  return new Refusal({
    status: 416,
    code: 'InvalidRange',
    message: 'The requested range cannot be satisfied',
    headers: [['Content-Range', `bytes */${size}`]],
    details: [['ActualObjectSize', String(size)]],
  });
}

export function invalidObjectName(key: string): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidObjectName',
    message: 'The specified object is not valid.',
    details: [['Key', key]],
  });
}

/** DMO-11: the page requires it and names no code. */
export function missingContentMd5(): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidArgument',
    message: 'Missing required header for this request: Content-MD5.',
    ec: '0016-00000606',
    details: [['ArgumentName', 'Content-MD5']],
  });
}

/** AppendObject without a position (APP-09). */
export function missingArgument(name: string): Refusal {
  return new Refusal({
    status: 400,
    code: 'MissingArgument',
    message: 'Missing Some Required Arguments.',
    ec: '0016-00000501',
    details: [['ArgumentName', name]],
  });
}

/** ENV-14. */
export function missingContentLength(): Refusal {
  return new Refusal({
    status: 411,
    code: 'MissingContentLength',
    message: 'You must provide the Content-Length HTTP header.',
    ec: '0017-00000101',
  });
}

/** PostObject with a body that is not a form. */
export function malformedForm(): Refusal {
  return new Refusal({
    status: 400,
    code: 'MalformedPOSTRequest',
    message: 'The body of your POST request is not well-formed multipart/form-data.',
  });
}
