import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-07',
  mistake: 'Leaves the key id out of the bucket info, because it is meant for administrators.',
  caughtAs: 'got no KMSMasterKeyID',
  alsoCaughtBy: { 'ENV-33': 'it reads a key id in the bucket info' },
  deviate: ({ encryption }) => ({
    encryption: { writeInfoRule: (rule) => encryption.writeInfoRule(rule && { ...rule, kmsMasterKeyId: null }) },
  }),
} satisfies Deviation;
