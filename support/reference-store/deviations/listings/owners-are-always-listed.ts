import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';
import { queryValue } from '../../http/store-request.ts';

export default {
  clause: 'LSO-05',
  mistake: 'Names the owner of every object, as ListObjects does.',
  caughtAs: 'expected no Owner',
  deviate: () => ({
    answer: changeListings(['ListObjectsV2'], (document, { request, bucket }) => {
      if (queryValue(request.query, 'fetch-owner') === 'true') return document;
      const owner = `<Owner><ID>${bucket?.owner}</ID><DisplayName>${bucket?.owner}</DisplayName></Owner>`;
      return document.replaceAll('</Contents>', `${owner}</Contents>`);
    }),
  }),
} satisfies Deviation;
