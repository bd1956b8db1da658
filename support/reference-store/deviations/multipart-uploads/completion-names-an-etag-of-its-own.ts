import { changeAnswers, withValue } from '../../changed-exchange.ts';
import { changeDocument } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

const digest = '0EC121C2A94EB102ADA70C3CBA0CA306';

export default {
  clause: 'MPU-38',
  mistake: 'Answers a completion with the digest of the list, and gives the object its ETag later.',
  caughtAs: 'expected the ETag that HeadObject shows, got another one',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['CompleteMultipartUpload'], (answer) => ({
      ...changeDocument(answer, (xml) =>
        xml.replace(/(<ETag>)(?:"|&quot;).*(?:"|&quot;)(<\/ETag>)/, `$1"${digest}"$2`),
      ),
      headers: withValue(answer.headers, 'ETag', `"${digest}"`),
    })),
  }),
} satisfies Deviation;
