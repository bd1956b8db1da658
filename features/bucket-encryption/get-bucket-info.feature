Feature: GetBucketInfo
  The bucket info is the second window on the encryption rule, in a flatter shape.

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
  Rule: The rule stands flat below ServerSideEncryptionRule
    The 2021 page had ApplyServerSideEncryptionByDefault between them; every SDK
    reads the flat form.
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
  Rule: Without a rule the algorithm is None or nothing is shown
    — Java SDK testBucketInfo (live); Python SDK reader

    Scenario: The bucket info of a bucket that has none
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

    Scenario: KMS with the default key
      Given a bucket whose encryption rule is KMS
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm   | KMS    |
        | KMSMasterKeyID | (none) |

  @GBI-06
  Rule: AES256 and SM4 show neither key id nor data cipher
    — Python SDK and Java SDK (live)

    Scenario: AES256
      Given a bucket whose encryption rule is AES256
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | AES256 |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    @needs:sm4
    Scenario: SM4
      Given a bucket whose encryption rule is SM4
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | SM4    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @GBI-07
  @needs:kms
  Rule: A chosen key id is shown to the letter
    — Go SDK and Java SDK (live)

    Scenario: The id of the target's key
      Given a bucket whose encryption rule is
        | SSEAlgorithm   | KMS                |
        | KMSMasterKeyID | (the target's key) |
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm   | KMS                |
        | KMSMasterKeyID | (the target's key) |

  @GBI-08
  Rule: A bucket that does not exist, and one of somebody else, are refused
    404 NoSuchBucket names the bucket; 403 AccessDenied protects another account's.
    — GetBucketInfo, error codes

    Scenario: A bucket that does not exist is named in the refusal
      Given a bucket that does not exist
      When the owner reads the bucket info
      Then the store refuses with 404 "NoSuchBucket"
      And the error names the bucket in "BucketName"

    Scenario: The authorised sub-account reads the bucket info
      Given a bucket
      When the delegate reads the bucket info
      Then the store accepts

    Scenario: Another account is refused
      Given a bucket
      When the outsider reads the bucket info
      Then the store refuses with 403 "AccessDenied"

    Scenario: A request that nobody signed is refused
      Given a bucket
      When an anonymous caller reads the bucket info
      Then the store refuses with 403 "AccessDenied"
