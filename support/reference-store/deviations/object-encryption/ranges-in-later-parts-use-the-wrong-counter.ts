import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { operationOnObject } from '../../operation-on-object.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

export default {
  clause: 'OBJ-42',
  mistake:
    'Encrypts each part from a counter of zero, and computes the counter of a range from the start of the object.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: { 'OBJ-44': 'it reads a range across two parts' },
  deviate() {
    const firstParts = new Map<string, number>();
    return {
      answer(answer, call) {
        const { name, object } = operationOnObject(call);
        const { headers, query } = call.request;
        const isSent = headerValue(headers, 'x-oss-copy-source') === undefined;
        if (name === 'UploadPart' && isSent && queryValue(query, 'partNumber') === '1')
          firstParts.set(object, Number(headerValue(headers, 'Content-Length')));
        const firstPart = firstParts.get(object);
        if (name !== 'GetObject' || answer.status !== 206 || firstPart === undefined) return answer;
        return decryptedWrong(answer, (at) => at >= firstPart);
      },
    };
  },
} satisfies Deviation;
