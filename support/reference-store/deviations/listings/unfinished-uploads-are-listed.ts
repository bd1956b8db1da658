import { changeListings } from '../../changed-listing.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

const ends: ReadonlySet<string> = new Set(['CompleteMultipartUpload', 'AbortMultipartUpload']);

export default {
  clause: 'LSO-38',
  mistake: 'Creates an empty file when an upload begins, and lists it as an object.',
  caughtAs: 'expected no other object in the listing, got "object"',
  alsoCaughtBy: forOneReason(
    'it looks for a new object in the listing while its upload is unfinished',
    'MPU-05',
    'MPU-12',
    'MPU-14',
    'MPU-15',
    'MPU-18',
    'MPU-25',
    'MPU-36',
    'MPU-46',
    'PUT-16',
  ),
  deviate: () => {
    const begun = new Map<string, string>();
    const listing = changeListings(['ListObjects'], (document, { address }) => {
      const key = address?.scope === 'bucket' ? begun.get(address.bucket) : undefined;
      return key === undefined
        ? document
        : document.replace('</ListBucketResult>', `<Contents><Key>${key}</Key><Size>0</Size></Contents>$&`);
    });
    return {
      answer: (answer, call) => {
        const { address, operation } = call;
        if (address?.scope === 'object' && answer.status < 300) {
          if (operation?.name === 'InitiateMultipartUpload') begun.set(address.bucket, address.key);
          if (ends.has(operation?.name ?? '')) begun.delete(address.bucket);
        }
        return listing(answer, call);
      },
    };
  },
} satisfies Deviation;
