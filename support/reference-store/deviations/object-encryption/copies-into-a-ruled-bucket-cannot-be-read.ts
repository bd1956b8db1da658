import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { operationOnObject } from '../../operation-on-object.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

export default {
  clause: 'OBJ-49',
  mistake: "Copies the stored bytes into a bucket with a rule, and decrypts them with that bucket's key.",
  caughtAs: 'bytes that were uploaded, got other bytes',
  deviate() {
    const copies = new Set<string>();
    return {
      answer(answer, call) {
        const { name, object } = operationOnObject(call);
        const source = headerValue(call.request.headers, 'x-oss-copy-source') ?? '';
        const isFromElsewhere = source !== '' && !source.startsWith(`/${call.bucket?.name}/`);
        const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
        if (name === 'PutObject' && isFromElsewhere && isEncrypted) copies.add(object);
        return name === 'GetObject' && copies.has(object) ? decryptedWrong(answer, () => true) : answer;
      },
    };
  },
} satisfies Deviation;
