/** The options of `bucket-encryption` that take a value; the names are ossutil's own (CLI-15). */
export const textOptions = [
  { name: 'method', long: 'method' },
  { name: 'SSEAlgorithm', long: 'sse-algorithm' },
  { name: 'KMSMasterKeyID', long: 'kms-masterkey-id' },
  { name: 'KMSDataEncryption', long: 'kms-data-encryption' },
  { name: 'endpoint', long: 'endpoint', short: 'e' },
  { name: 'accessKeyID', long: 'access-key-id', short: 'i' },
  { name: 'accessKeySecret', long: 'access-key-secret', short: 'k' },
  { name: 'stsToken', long: 'sts-token', short: 't' },
  { name: 'configFile', long: 'config-file', short: 'c' },
  { name: 'signVersion', long: 'sign-version' },
  { name: 'region', long: 'region' },
  { name: 'readTimeout', long: 'read-timeout' },
  { name: 'connectTimeout', long: 'connect-timeout' },
  { name: 'loglevel', long: 'loglevel' },
] as const;

export type TextOption = (typeof textOptions)[number]['name'];

/** The rest of CLI-15: ossutil accepts them with this command, this program does not. */
export const onlyInOssutil: ReadonlySet<string> = new Set([
  'cloudbox-id',
  'ecs-role-name',
  'mode',
  'password',
  'proxy-host',
  'proxy-pwd',
  'proxy-user',
  'ram-role-arn',
  'role-session-name',
  'skip-verify-cert',
  'sts-region',
  'token-timeout',
  'user-agent',
]);

/** The program's help. */
export const usage = `usage: bucket-encryption --method put|get|delete oss://BUCKET [options]

  --sse-algorithm NAME        KMS, AES256 or, where the store offers it, SM4
  --kms-masterkey-id ID       the key, with KMS
  --kms-data-encryption SM4   the cipher of the objects, with KMS
  -e, --endpoint URL
  -i, --access-key-id ID
  -k, --access-key-secret SECRET
  -t, --sts-token TOKEN
  -c, --config-file FILE      ~/.ossutilconfig unless given; the options above go before it
  --sign-version v1|v4        v1 unless given
  --region ID                 v4 needs it, e.g. cn-hangzhou
  --force-path-style          the bucket in the path; an address as endpoint does so by itself
  --read-timeout SECONDS      1200 unless given
  --connect-timeout SECONDS   120 unless given
  --loglevel info|debug       writes ossutil.log in the working directory
`;
