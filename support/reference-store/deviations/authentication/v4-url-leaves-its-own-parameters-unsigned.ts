import { forOneReason } from '../../deviation.ts';
import { clausesWithV4Urls } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-32',
  mistake: 'Leaves every signature parameter out of the canonical query, not only the signature itself.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends a V4 URL', ...clausesWithV4Urls('AUTH-32')),
    'OBJ-47': 'it reads and writes by V4 URLs',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v4Query: (query) => authentication.v4Query(query.filter(([name]) => !name.startsWith('x-oss-'))),
    },
  }),
} satisfies Deviation;
