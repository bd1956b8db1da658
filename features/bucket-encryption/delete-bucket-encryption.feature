Feature: DeleteBucketEncryption
  Deleting the rule: new objects are stored as they come. The bucket, its objects
  and everybody else's buckets are left alone.

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

    Scenario: The answer to a deletion
      Given a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the store answers 204
      And the answer has no body
      And the answer carries the header "x-oss-request-id"
      And the answer carries the header "Date"

  @DBE-04
  Rule: Deleting the rule needs oss:DeleteBucketEncryption
    Anybody without it is answered with 403 AccessDenied.
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

    Scenario: A request that nobody signed is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      When an anonymous caller deletes the encryption rule
      Then the store refuses with 403 "AccessDenied"
      And the bucket's encryption rule is unchanged

  @DBE-05
  Rule: A bucket that does not exist is answered with 404 NoSuchBucket
    — DeleteBucketEncryption, error codes

    Scenario: Deleting the rule of a bucket that does not exist
      Given a bucket that does not exist
      When the owner deletes the encryption rule
      Then the store refuses with 404 "NoSuchBucket"
      And the message is "The specified bucket does not exist."

  @DBE-06
  Rule: Deleting a rule that is not there succeeds
    The error table does not list NoSuchServerSideEncryptionRule.
    — DeleteBucketEncryption, error codes

    Scenario: A bucket that never had a rule
      Given a bucket without an encryption rule
      When the owner deletes the encryption rule
      Then the store answers 204
      And the bucket has no encryption rule

    Scenario: Deleting twice
      Given a bucket whose encryption rule was deleted
      When the owner deletes the encryption rule
      Then the store answers 204
      And the bucket has no encryption rule

  @DBE-07
  Rule: After the deletion the bucket info shows no rule
    — Python SDK and Java SDK (live)

    Scenario: The bucket info of a bucket whose rule was deleted
      Given a bucket whose encryption rule was deleted
      When the owner reads the bucket info
      Then the rule in the bucket info holds
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @DBE-09
  @needs:objects
  Rule: Deleting the rule leaves stored objects as they are
    A change of the rule affects new objects only.
    — Server-side encryption, developer guide

    Scenario: An object encrypted under the rule stays encrypted and readable
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner deletes the encryption rule
      Then the store accepts
      And the object is encrypted as before
      And the object reads back byte for byte

    Scenario: New objects are stored as they come
      Given a bucket whose encryption rule is AES256
      And the encryption rule was deleted
      When the owner uploads the object
      Then the store accepts
      And the object is not encrypted

  @DBE-10
  Rule: What becomes of a body sent with DELETE
    — no source

    Scenario: DELETE with a rule in its body
      Given a bucket whose encryption rule is AES256
      And a request with the body
        """xml
        <ServerSideEncryptionRule>
          <ApplyServerSideEncryptionByDefault>
            <SSEAlgorithm>AES256</SSEAlgorithm>
          </ApplyServerSideEncryptionByDefault>
        </ServerSideEncryptionRule>
        """
      When the owner deletes the encryption rule
      Then what the store did is reported
