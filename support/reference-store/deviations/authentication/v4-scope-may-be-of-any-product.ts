import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-29',
  mistake: 'Compares the region of the scope and takes the fixed words behind it on trust.',
  caughtAs: '204',
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
