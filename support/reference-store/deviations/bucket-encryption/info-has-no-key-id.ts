import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-07',
  mistake: 'Leaves the key id out of the bucket info, because it is meant for administrators.',
  caughtAs: 'got no KMSMasterKeyID',
  deviate: ({ encryption }) => ({
    encryption: { writeInfoRule: (rule) => encryption.writeInfoRule(rule && { ...rule, kmsMasterKeyId: null }) },
  }),
} satisfies Deviation;
