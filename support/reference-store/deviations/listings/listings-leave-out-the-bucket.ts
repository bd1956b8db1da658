import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-02',
  mistake: 'Leaves out the name of the bucket, which the client knows from its own request.',
  caughtAs: 'no Name below /ListBucketResult',
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document) => document.replace(/<Name>[^<]*<\/Name>/u, '')),
  }),
} satisfies Deviation;
