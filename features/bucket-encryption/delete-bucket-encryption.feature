Feature: DeleteBucketEncryption
  Deleting the rule means that new objects are stored unencrypted. The bucket, its
  objects and other buckets do not change.

  @DBE-01
  Rule: The rule is deleted by DELETE on the encryption sub-resource
    It removes the rule, never the bucket.
    — DeleteBucketEncryption, request syntax

    Scenario Outline: DELETE /<target> removes the rule and leaves the bucket
      Given a bucket whose encryption rule is AES256
      And a request to "<target>"
      When the owner deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule
      And the bucket still exists

      Examples:
        | target       |
        | ?encryption  |
        | ?encryption= |

    Scenario: The rule of another bucket stays
      Given another bucket whose encryption rule is AES256
      And a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the store accepts
      And the other bucket's encryption rule is unchanged

  @DBE-02
  Rule: Success is 204 without a body
    — DeleteBucketEncryption, response example

    Scenario: A deletion is answered with 204 and no body
      Given a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the store answers 204
      And the answer has no body
      And the answer carries
        | x-oss-request-id | (any) |
        | Date             | (any) |

  @DBE-04
  Rule: Deleting the rule needs oss:DeleteBucketEncryption
    A caller without it gets 403 AccessDenied.
    — DeleteBucketEncryption, error codes

    Scenario: The authorised sub-account deletes the rule
      Given a bucket whose encryption rule is AES256
      When the delegate deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule

    Scenario: Another account is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      When the outsider deletes the encryption rule
      Then the store refuses with 403 "AccessDenied"
      And the bucket's encryption rule is unchanged

    Scenario: An unsigned request is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      When an anonymous caller deletes the encryption rule
      Then the store refuses with 403 "AccessDenied"
      And the bucket's encryption rule is unchanged

  @DBE-05
  Rule: A bucket that does not exist is answered with 404 NoSuchBucket
    — DeleteBucketEncryption, error codes

    Scenario: Deleting the rule of a missing bucket is refused
      Given a bucket that does not exist
      When the owner deletes the encryption rule
      Then the store refuses with 404 "NoSuchBucket"
      And the message is "The specified bucket does not exist."

  @DBE-06
  Rule: Deleting a rule that does not exist succeeds
    The error table does not list NoSuchServerSideEncryptionRule.
    — DeleteBucketEncryption, error codes

    Scenario: Deleting a rule that was never set succeeds
      Given a bucket without an encryption rule
      When the owner deletes the encryption rule
      Then the store answers 204
      And the bucket has no encryption rule

    Scenario: Deleting the rule twice succeeds
      Given a bucket whose encryption rule was deleted
      When the owner deletes the encryption rule
      Then the store answers 204
      And the bucket has no encryption rule

  @DBE-07
  Rule: After the deletion the bucket info shows no rule
    — Python SDK and Java SDK (live)

    Scenario: The bucket info shows no rule
      Given a bucket whose encryption rule was deleted
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @DBE-09
  @needs:objects
  Rule: Deleting the rule does not change stored objects
    A change to the rule affects new objects only.
    — Server-side encryption, developer guide

    Scenario: An object encrypted under the rule stays encrypted and readable
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner deletes the encryption rule
      Then the store accepts
      And the object is encrypted as before
      And the object reads back byte for byte

    Scenario: New objects are not encrypted
      Given a bucket whose encryption rule is AES256
      And the encryption rule was deleted
      When the owner uploads the object
      Then the store accepts
      And the object is not encrypted

  @DBE-10
  Rule: A DELETE request with a body
    — no source

    Scenario: A DELETE request with a rule in its body
      Given a bucket whose encryption rule is AES256
      And a request whose method is DELETE
      When the owner sets the encryption rule to AES256
      Then what the store did is reported
