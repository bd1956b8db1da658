import type { Answer } from '../../client/exchange.ts';
import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { listMultipartUploads } from '../multipart-uploads/upload-requests.ts';
import { abortMultipartUpload, initiateMultipartUpload, listParts } from '../objects/object-requests.ts';
import type { Instrument } from './instrument.ts';
import { showsDocument } from './shown-document.ts';

/** Without it there is no upload to look at. */
export const initiation: Instrument = {
  name: 'POST ?uploads of an object',
  clause: 'MPU-01',
  expected: 'InitiateMultipartUpload to name the id of a new upload',
  request: initiateMultipartUpload,
  works: (answer) => uploadIdIn(answer) !== null,
};

export const uploadListing: Instrument = {
  name: 'GET ?uploads of a bucket',
  clause: 'MPU-53',
  expected: 'ListMultipartUploads to list an upload that was initiated',
  request: ({ bucket }) => listMultipartUploads(bucket),
  works: (answer) => showsDocument(answer, 'ListMultipartUploadsResult', 'Upload', 'UploadId'),
};

export function partListing(uploadId: string): Instrument {
  return {
    name: 'GET ?uploadId of an object',
    clause: 'MPU-51',
    expected: 'ListParts to answer for an upload that was initiated',
    request: (object) => listParts(object, uploadId),
    works: (answer) => showsDocument(answer, 'ListPartsResult'),
  };
}

/** Ends the upload, so it is tried last. One that answers a late abort alike breaks MPU-47, and works. */
export function abortion(uploadId: string): Instrument {
  return {
    name: 'DELETE ?uploadId of an object',
    clause: 'MPU-47',
    expected: 'AbortMultipartUpload to end an upload that was initiated',
    request: (object) => abortMultipartUpload(object, uploadId),
    works: ({ status }) => status >= 200 && status < 300,
  };
}

/** The id of the upload that an answer to InitiateMultipartUpload names; `null` if it names none. */
export function uploadIdIn({ status, body }: Answer): string | null {
  const xml = readXml(body);
  const id = status === 200 && 'root' in xml ? textAt(xml.root, 'UploadId') : undefined;
  return id === undefined || id === '' ? null : id;
}
