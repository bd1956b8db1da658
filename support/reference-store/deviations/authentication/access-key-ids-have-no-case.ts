import type { AccessKey } from '../../authentication/access-keys.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-59',
  mistake: 'Looks up access key ids in a column that ignores case.',
  caughtAs: 'got 200',
  alsoCaughtBy: { 'AUTH-10': 'it swaps the case of an access key id, too' },
  deviate: ({ authentication }) => {
    const seen: AccessKey[] = [];
    return {
      authentication: {
        accessKey(claim, found) {
          if (found !== undefined) seen.push(found);
          const wanted = claim.accessKeyId.toLowerCase();
          const known = found ?? seen.find(({ accessKeyId }) => accessKeyId.toLowerCase() === wanted);
          return authentication.accessKey(claim, known);
        },
      },
    };
  },
} satisfies Deviation;
