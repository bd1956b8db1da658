import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-32',
  mistake: 'Leaves every signature parameter out of the canonical query, not only the signature itself.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason(
      'it sends a V4 URL',
      'AUTH-31',
      'AUTH-33',
      'AUTH-34',
      'AUTH-37',
      'AUTH-51',
      'AUTH-52',
      'AUTH-53',
      'AUTH-55',
      'AUTH-56',
      'AUTH-57',
      'AUTH-58',
    ),
    'OBJ-47': 'it reads and writes by V4 URLs',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v4Query: (query) => authentication.v4Query(query.filter(([name]) => !name.startsWith('x-oss-'))),
    },
  }),
} satisfies Deviation;
