Feature: DeleteBucket
  Only an empty bucket is deleted.

  @BKT-17
  Rule: A deleted bucket is gone
    — DeleteBucket; Go SDK V2 TestDeleteBucket (live)

    Scenario: The answer is 204 without a body
      Given a bucket
      When the owner deletes the bucket
      Then the store answers 204
      And the answer has no body

    Scenario: A second deletion finds no bucket
      Given a bucket
      When the owner deletes the bucket
      And the owner deletes the bucket
      Then the store refuses with 404 "NoSuchBucket"

  @BKT-18
  @needs:objects
  Rule: A bucket with an object is not deleted
    — DeleteBucket, error codes; HTTP 409 status code; Python SDK V1 test_bucket (live)

    Scenario: The bucket and its object stay
      Given a bucket
      And the bucket holds the objects
        | name          | content |
        | folder/object | abc     |
      When the owner deletes the bucket
      Then the store refuses with 409 "BucketNotEmpty"
      And the bucket holds exactly the objects
        | name          | content |
        | folder/object | abc     |

    Scenario: The error names the bucket
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner deletes the bucket
      Then the store refuses with 409 "BucketNotEmpty"
      And the error carries
        | BucketName | (the bucket's name) |

    Scenario: The bucket is deleted once it is empty
      Given a bucket
      And the bucket holds nothing after an object was deleted
      When the owner deletes the bucket
      Then the store accepts

  @BKT-19
  @needs:objects
  @needs:multipart
  Rule: A bucket with an unfinished multipart upload is not deleted
    — HTTP 409 status code; Java SDK UploadPartTest testUnormalAbortMultipartUpload (live)

    Scenario: The bucket and its upload stay
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner deletes the bucket
      Then the store refuses with 409 "BucketNotEmpty"
      When the owner lists the parts
      Then the store answers 200

    Scenario: The bucket is deleted once the upload is aborted
      Given a bucket
      And the bucket holds nothing after a multipart upload was aborted
      When the owner deletes the bucket
      Then the store accepts
