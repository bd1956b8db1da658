Feature: GetBucketInfo
  The bucket info also shows the encryption rule, in a flatter shape.

  @GBI-01
  Rule: The bucket info shows the encryption rule
    — GetBucketInfo, response elements

    Scenario: A rule that was set is shown
      Given a bucket whose encryption rule is AES256
      When the owner reads the bucket info
      Then the store answers 200
      And the rule in the bucket info holds
        | SSEAlgorithm | AES256 |

  @GBI-02
  Rule: The rule is flat below ServerSideEncryptionRule
    The 2021 page has ApplyServerSideEncryptionByDefault in between; every SDK reads
    the flat form.
    — GetBucketInfo, response elements; Java, Go and Python SDK readers

    Scenario: The answer has the documented shape
      Given a bucket whose encryption rule is AES256
      When the owner reads the bucket info
      Then the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <ServerSideEncryptionRule>
              <SSEAlgorithm>AES256</SSEAlgorithm>
            </ServerSideEncryptionRule>
          </Bucket>
        </BucketInfo>
        """

  @GBI-03
  @needs:kms
  @needs:sm4
  Rule: KMS with SM4 shows all three elements
    — Go SDK V2, mock of GetBucketInfo

    Scenario: The algorithm and the data cipher are shown, the key id is not
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | SM4    |

  @GBI-04
  Rule: Without a rule the algorithm is None or absent
    — Java SDK testBucketInfo (live); Python SDK reader

    Scenario: A bucket without a rule shows none
      Given a bucket without an encryption rule
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @GBI-05
  @needs:kms
  Rule: KMS without a chosen key shows no key id
    — Go SDK, TestBucketEncryptionPutAndGetAndDelete (live)

    Scenario: KMS with the default key shows no key id
      Given a bucket whose encryption rule is KMS
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm   | KMS    |
        | KMSMasterKeyID | (none) |

  @GBI-06
  Rule: AES256 and SM4 show neither key id nor data cipher
    — Python SDK and Java SDK (live)

    Scenario: AES256 shows neither
      Given a bucket whose encryption rule is AES256
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | AES256 |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    @needs:sm4
    Scenario: SM4 shows neither
      Given a bucket whose encryption rule is SM4
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | SM4    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @GBI-07
  @needs:kms
  Rule: A chosen key id is shown exactly
    — Go SDK and Java SDK (live)

    Scenario: The id of the chosen key is shown exactly
      Given a bucket whose encryption rule is KMS with the target's key
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm   | KMS                |
        | KMSMasterKeyID | (the target's key) |

  @GBI-08
  Rule: A missing bucket and another account's bucket are refused
    A missing bucket gets 404 NoSuchBucket, which names the bucket; another account's
    gets 403 AccessDenied.
    — GetBucketInfo, error codes

    Scenario: A bucket that does not exist is named in the refusal
      Given a bucket that does not exist
      When the owner reads the bucket info
      Then the store refuses with 404 "NoSuchBucket"
      And the error carries
        | BucketName | (the bucket's name) |

    Scenario: The authorised sub-account reads the bucket info
      Given a bucket
      When the delegate reads the bucket info
      Then the store accepts

    Scenario: Another account is refused
      Given a bucket
      When the outsider reads the bucket info
      Then the store refuses with 403 "AccessDenied"

    Scenario: An unsigned request is refused
      Given a bucket
      When an anonymous caller reads the bucket info
      Then the store refuses with 403 "AccessDenied"
