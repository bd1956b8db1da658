import assert from 'node:assert/strict';
import type OSS from 'ali-oss';
import type { Trial } from './trial.ts';

const content = 'signed';

/** URLs and forms that ali-oss signs and that any program sends. */
export const aliOssUrlTrials: readonly Trial<OSS>[] = [
  {
    method: 'signatureUrl',
    operation: 'GetObject',
    use: (client, { key }) => uploadAndRead(async (method) => client.signatureUrl(key, { method, expires: 60 })),
  },
  {
    method: 'asyncSignatureUrl',
    operation: 'GetObject',
    use: (client, { key }) => uploadAndRead((method) => client.asyncSignatureUrl(key, { method, expires: 60 })),
  },
  {
    method: 'signatureUrlV4',
    operation: 'GetObject',
    use: (client, { key }) => uploadAndRead((method) => client.signatureUrlV4(method, 60, {}, key)),
  },
  {
    method: 'calculatePostSignature',
    operation: 'PostObject',
    use: (client, { key }) => postForm(client, key, { ...client.calculatePostSignature(policyWith([])) }),
  },
  {
    method: 'signPostObjectPolicyV4',
    operation: 'PostObject',
    async use(client, { key }) {
      const now = new Date();
      const time = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
      const scope = `${time.slice(0, 8)}/${client.options.region.replace('oss-', '')}/oss/aliyun_v4_request`;
      const fields = {
        'x-oss-signature-version': 'OSS4-HMAC-SHA256',
        'x-oss-credential': `${client.options.accessKeyId}/${scope}`,
        'x-oss-date': time,
      };
      const policy = policyWith(Object.entries(fields).map(([name, value]) => ({ [name]: value })));
      await postForm(client, key, {
        ...fields,
        policy: Buffer.from(JSON.stringify(policy)).toString('base64'),
        'x-oss-signature': client.signPostObjectPolicyV4(policy, now),
      });
    },
  },
];

async function uploadAndRead(sign: (method: string) => Promise<string>): Promise<void> {
  const put = await fetch(await sign('PUT'), { method: 'PUT', body: new TextEncoder().encode(content) });
  assert.equal(put.status, 200, `answered ${put.status}`);
  assert.equal(await (await fetch(await sign('GET'))).text(), content);
}

function policyWith(conditions: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, unknown>> {
  return {
    expiration: new Date(Date.now() + 60_000).toISOString(),
    conditions: [['content-length-range', 0, 1_000], ...conditions],
  };
}

/** In path style, because fetch sets the Host header itself. */
async function postForm(client: OSS, key: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key, ...fields })) form.set(name, value);
  form.set('file', new Blob([content]));
  const { status } = await fetch(`${client.options.endpoint.href}${client.options.bucket}`, {
    method: 'POST',
    body: form,
  });
  assert.equal(status, 204, `answered ${status}`);
  assert.equal((await client.get(key)).content.toString(), content);
}
