Feature: GetBucketEncryption
  The rule that the store applies to new objects can be read. A bucket that never
  had a rule, or whose rule was deleted, has none.

  @GBE-01
  Rule: The rule is read by GET on the encryption sub-resource
    — GetBucketEncryption, request syntax

    Scenario Outline: GET /<target> reads the rule
      Given a bucket whose encryption rule is AES256
      And a request to "<target>"
      When the owner reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

      Examples:
        | target       |
        | ?encryption  |
        | ?encryption= |

  @GBE-02
  Rule: A rule is answered with 200
    The page prints 204 above a body, which HTTP does not allow; a later sample and
    every live SDK test have 200.
    — GetBucketEncryption, response example; Go SDK V2 (live)

    Scenario: Reading a rule is answered with 200
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the store answers 200, where the page's sample has 204
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

  @GBE-03
  Rule: The answer mirrors the body of the PUT
    One root, one container, one algorithm; no namespace.
    — GetBucketEncryption, response elements

    Scenario: The answer has the documented shape
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the answer is XML of the shape
        """xml
        <ServerSideEncryptionRule>
          <ApplyServerSideEncryptionByDefault>
            <SSEAlgorithm>AES256</SSEAlgorithm>
          </ApplyServerSideEncryptionByDefault>
        </ServerSideEncryptionRule>
        """
      And the answer has no namespace

  @GBE-04
  Rule: SSEAlgorithm is the algorithm that was set
    — GetBucketEncryption, response elements

    Scenario: AES256 is shown
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm | AES256 |

    @needs:kms
    Scenario: KMS is shown
      Given a bucket whose encryption rule is KMS
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm | KMS |

    @needs:sm4
    Scenario: SM4 is shown
      Given a bucket whose encryption rule is SM4
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm | SM4 |

  @GBE-05
  @needs:kms
  Rule: KMSMasterKeyID shows the key that was chosen
    — GetBucketEncryption, response elements

    Scenario: The id of the chosen key is shown exactly
      Given a bucket whose encryption rule is KMS with the target's key
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm   | KMS                |
        | KMSMasterKeyID | (the target's key) |

  @GBE-06
  Rule: Without a chosen key KMSMasterKeyID is absent or empty
    The pages show an empty element, live tests show none. Either is right.
    — GetBucketEncryption, response elements; Java SDK BucketEncryptionTest (live)

    Scenario: AES256 shows no key
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | KMSMasterKeyID | (none) |

    @needs:sm4
    Scenario: SM4 shows no key
      Given a bucket whose encryption rule is SM4
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | KMSMasterKeyID | (none) |

    @needs:kms
    Scenario: KMS with the default key shows no key
      Given a bucket whose encryption rule is KMS
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | KMSMasterKeyID | (none) |

  @GBE-07
  Rule: KMSDataEncryption appears only for KMS with SM4
    Its absence means AES256.
    — GetBucketEncryption, response elements

    Scenario: AES256 shows no data cipher
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | KMSDataEncryption | (none) |

    @needs:kms
    Scenario: KMS alone shows no data cipher
      Given a bucket whose encryption rule is KMS
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | KMSDataEncryption | (none) |

    @needs:kms
    @needs:sm4
    Scenario: KMS with SM4 shows SM4
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm      | KMS |
        | KMSDataEncryption | SM4 |

  @GBE-08
  Rule: Reading returns the last rule accepted for this bucket
    — GetBucketEncryption; all SDKs (live)

    @needs:kms
    Scenario: A rule that replaces another is the one that is read
      Given a bucket whose encryption rule is AES256
      When the owner sets the encryption rule to KMS
      Then the store accepts
      And the bucket's encryption rule is KMS

    Scenario: A rule set after a deletion is the one that is read
      Given a bucket whose encryption rule was deleted
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    Scenario: A rule that was refused is never read
      Given a bucket whose encryption rule is AES256
      When the owner sets the encryption rule to
        | SSEAlgorithm | DES |
      Then the bucket's encryption rule is unchanged

    Scenario: One bucket's rule does not appear on another
      Given another bucket without an encryption rule
      And a bucket
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the other bucket has no encryption rule

    @needs:kms
    Scenario: One bucket's rule does not replace another's
      Given another bucket whose encryption rule is KMS
      And a bucket
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the other bucket's encryption rule is unchanged

  @GBE-09
  Rule: Reading the rule needs oss:GetBucketEncryption
    A caller without it gets 403 AccessDenied.
    — GetBucketEncryption, permissions

    Scenario: The authorised sub-account reads the rule
      Given a bucket whose encryption rule is AES256
      When the delegate reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

    Scenario: Another account is refused
      Given a bucket whose encryption rule is AES256
      When the outsider reads the encryption rule
      Then the store refuses with 403 "AccessDenied"

    Scenario: An unsigned request is refused
      Given a bucket whose encryption rule is AES256
      When an anonymous caller reads the encryption rule
      Then the store refuses with 403 "AccessDenied"

  @GBE-10
  Rule: A bucket without a rule is answered with 404 NoSuchServerSideEncryptionRule
    The error table of the API page has had 400 since 2020, every other page and
    the SDKs have 404; the code is the same.
    — GetBucketEncryption, error codes; HTTP 404 status code

    Scenario: Reading a missing rule is refused
      Given a bucket without an encryption rule
      When the owner reads the encryption rule
      Then the store refuses with 404 "NoSuchServerSideEncryptionRule", where the error table has 400

    Scenario: The same request on a bucket with a rule is accepted
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the store accepts

  @GBE-11
  Rule: The message says that no configuration was found
    — HTTP 404 status code

    Scenario: The message is the documented one
      Given a bucket without an encryption rule
      When the owner reads the encryption rule
      Then the store refuses
      And the message is "The server side encryption configuration was not found."

  @GBE-12
  Rule: A bucket that does not exist is answered with 404 NoSuchBucket
    — GetBucketEncryption, error codes; Go SDK V2 (live)

    Scenario: Reading the rule of a missing bucket is refused
      Given a bucket that does not exist
      When the owner reads the encryption rule
      Then the store refuses with 404 "NoSuchBucket", where the error table has 400
      And the message is "The specified bucket does not exist."

  @GBE-13
  Rule: A new bucket has no rule
    Stores derived from S3 tend to return a default rule.
    — Python SDK, tests/test_bucket.py (live)

    Scenario: A newly created bucket has no rule
      Given a bucket
      Then the bucket has no encryption rule

  @GBE-14
  Rule: A deleted rule is gone
    — Go, Java and Python SDKs (live)

    Scenario: After the deletion the bucket has no rule
      Given a bucket whose encryption rule was deleted
      Then the bucket has no encryption rule

  @GBE-15
  Rule: Every answer carries a request id of 24 characters
    — Python SDK V2, integration tests (live)

    Scenario: An accepted reading has one
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the answer has a request id of 24 characters

    Scenario: A refusal has one
      Given a bucket
      When a request triggers NoSuchServerSideEncryptionRule
      Then the answer has a request id of 24 characters

  @GBE-16
  Rule: Formatting of the answer
    Content-Type, XML declaration and framing are not documented.
    — no source

    Scenario: The formatting of a rule
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the formatting of the answer is reported

  @GBE-17
  Rule: HEAD on the sub-resource
    — no source

    Scenario: HEAD on a bucket with a rule
      Given a bucket whose encryption rule is AES256
      And a request whose method is HEAD
      When the owner reads the encryption rule
      Then what the store did is reported

    Scenario: HEAD on a bucket that does not exist
      Given a bucket that does not exist
      And a request whose method is HEAD
      When the owner reads the encryption rule
      Then what the store did is reported

  @GBE-18
  Rule: Anonymous read of a public bucket
    A store that blocks public access refuses to create the bucket.
    — no source

    Scenario: Reading the rule of a public-read bucket without keys
      When the owner creates a bucket with the headers
        | x-oss-acl | public-read |
      And an anonymous caller reads the encryption rule
      Then what the store did is reported
