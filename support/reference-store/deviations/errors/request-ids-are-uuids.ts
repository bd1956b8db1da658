import { randomUUID } from 'node:crypto';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-31',
  mistake: 'Gives every request a UUID, which is unique but not in the format of the samples.',
  caughtAs: 'hexadecimal digits',
  alsoCaughtBy: { 'GBE-15': 'a UUID has more than 24 characters' },
  deviate: () => ({ requestId: () => randomUUID() }),
} satisfies Deviation;
