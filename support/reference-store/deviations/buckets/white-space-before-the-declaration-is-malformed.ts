import { Refusal } from '../../errors/refusal.ts';
import type { BucketCall } from '../../http/operation.ts';
import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-06',
  mistake: 'Gives the body to its XML parser as it is, which takes nothing before the declaration.',
  caughtAs: 'expected 200, got 400 MalformedXML',
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'PutBucket' || operation.scope !== 'bucket')
        return operation;
      if (!request.body.announcedLength) return operation;
      return {
        ...operation,
        async run(call: BucketCall) {
          return /^\s/u.test(Buffer.from(call.body).toString()) ? malformedXml() : operation.run(call);
        },
      };
    },
  }),
} satisfies Deviation;
