import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-29',
  mistake: 'Checks the region of the scope but not the fixed words after it.',
  caughtAs: '204',
  alsoCaughtBy: { 'AUTH-51': 'it has such a scope in a V4 URL', 'POST-08': 'it has such a scope in a form' },
  deviate: ({ authentication }) => ({
    authentication: {
      scope: (claim, region) =>
        authentication.scope(
          { ...claim, scope: { ...claim.scope, product: 'oss', terminator: 'aliyun_v4_request' } },
          region,
        ),
    },
  }),
} satisfies Deviation;
