import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-03',
  mistake: 'Puts the namespace of old documentation samples on the root, which three SDKs cannot read.',
  caughtAs: 'expected no namespace, got the namespace http://doc.oss-cn-hangzhou.aliyuncs.com',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' && answer.body instanceof Uint8Array
        ? {
            ...answer,
            body: Buffer.from(
              Buffer.from(answer.body)
                .toString()
                .replace(
                  '<ServerSideEncryptionRule>',
                  '<ServerSideEncryptionRule xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com">',
                ),
            ),
          }
        : answer,
  }),
} satisfies Deviation;
