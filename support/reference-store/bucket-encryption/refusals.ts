import { Refusal, invalidArgument } from '../errors/refusal.ts';

/** PBE-25, with the message of the seed (PBE-26 a). */
export function invalidEncryptionAlgorithm(): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidEncryptionAlgorithmError',
    message: 'The Encryption request you specified is not valid. Supported value: AES256/KMS',
    ec: '0005-00000003',
  });
}

/** PBE-30. */
export function invalidDataEncryptionAlgorithm(): Refusal {
  return new Refusal({
    status: 400,
    code: 'InvalidDataEncryptionAlgorithmError',
    message: 'The KMS Data Encryption request you specified is not valid. Supported value:SM4',
    ec: '0005-00000203',
  });
}

/** PBE-28, PBE-29. */
export function keyIdNotApplicable(): Refusal {
  return invalidArgument('KMSMasterKeyID is not applicable if the default sse algorithm is not KMS', {
    ec: '0005-00000204',
  });
}

/** GBE-10, GBE-11. */
export function noSuchRule(bucket: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'NoSuchServerSideEncryptionRule',
    message: 'The server side encryption configuration was not found.',
    ec: '0005-00000004',
    details: [['BucketName', bucket]],
  });
}
