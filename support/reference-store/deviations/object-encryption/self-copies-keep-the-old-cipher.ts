import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { operationOnObject } from '../../operation-on-object.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

export default {
  clause: 'OBJ-49',
  mistake: 'Copies an object onto itself by changing its metadata: the label and the key are new, the bytes are not.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: {
    'OBJ-11': 'it copies an object onto itself',
    'OBJ-20': 'it copies an appendable object onto itself',
  },
  deviate() {
    const relabelled = new Set<string>();
    return {
      answer(answer, call) {
        const { name, object } = operationOnObject(call);
        const { headers } = call.request;
        const isOntoItself = headerValue(headers, 'x-oss-copy-source') === `/${object}`;
        const isAsked = headerValue(headers, 'x-oss-server-side-encryption') !== undefined;
        if (name === 'PutObject' && isOntoItself && isAsked) relabelled.add(object);
        return name === 'GetObject' && relabelled.has(object) ? decryptedWrong(answer, () => true) : answer;
      },
    };
  },
} satisfies Deviation;
