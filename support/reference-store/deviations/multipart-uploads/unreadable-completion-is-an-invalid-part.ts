import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-42',
  mistake: 'Finds no part in a body that it cannot read, and says so.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 400 InvalidPart',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'CompleteMultipartUpload', 'MalformedXML', { code: 'InvalidPart' }),
  }),
} satisfies Deviation;
