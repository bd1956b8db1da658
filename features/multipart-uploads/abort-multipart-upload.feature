@needs:objects
@needs:multipart
Feature: AbortMultipartUpload
  An upload that is aborted leaves nothing behind, and takes nothing with it.

  @MPU-47
  Rule: An abort answers 204, once
    — AbortMultipartUpload; Go SDK V2 TestAbortMultipartUpload (live)

    Scenario: 204 without a body
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner aborts the multipart upload
      Then the store answers 204
      And the answer has no body

    Scenario: A second abort is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner aborts the multipart upload
      And the owner aborts the multipart upload
      Then the store refuses with 404 "NoSuchUpload"

    Scenario: The abort of an unknown upload is refused, and object and uploads stay
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request to "?uploadId=0004B9894A22E5B1888A1E29F8236E2D"
      When the owner aborts the multipart upload
      Then the store refuses with 404 "NoSuchUpload"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

  @MPU-48
  Rule: An aborted upload has ended, and the object is as before
    — AbortMultipartUpload, notes

    Scenario Outline: The owner <call>, and no object appears
      Given a bucket
      And the bucket holds nothing after a multipart upload was aborted
      When the owner <call>
      Then the store refuses with 404 "NoSuchUpload"
      And nothing in the bucket has changed

      Examples:
        | call                           |
        | uploads "new" as part 1        |
        | lists the parts                |
        | completes the multipart upload |

    Scenario: The object of that name stays, and the upload is no longer listed
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner aborts the multipart upload
      Then the store accepts
      And nothing in the bucket has changed
      And no multipart upload is in progress

  @MPU-49
  Rule: Several uploads of one object are independent
    — CompleteMultipartUpload, notes; C++ SDK MultipartUploadTest (live)

    Scenario: Completing one leaves the other
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | one |
        | object | two |
      When the owner completes the multipart upload
      Then the store accepts
      And the other multipart upload is unchanged
      And the bucket holds exactly the objects
        | name   | content |
        | object | one     |

    Scenario: The upload completed last is the object
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | one |
        | object | two |
      When the owner completes the other multipart upload
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | one     |

    Scenario: Aborting one leaves the other
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | one |
        | object | two |
      When the owner aborts the multipart upload
      Then the store accepts
      And the other multipart upload is unchanged

    Scenario: After one was aborted, the other can be completed
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | one |
        | object | two |
      When the owner aborts the other multipart upload
      Then the store accepts
      When the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | one     |
