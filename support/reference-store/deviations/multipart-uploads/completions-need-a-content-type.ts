import { headerValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-29',
  mistake: 'Reads the list of parts only if its Content-Type says that it is XML.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['CompleteMultipartUpload'], (call, documented) =>
      headerValue(call.request.headers, 'Content-Type') === 'application/xml' ? documented(call) : malformedXml(),
    ),
  }),
} satisfies Deviation;
