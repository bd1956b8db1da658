@needs:objects
@needs:multipart
Feature: InitiateMultipartUpload
  A multipart upload begins with a request that names the object and decides on its
  metadata. The object itself changes only when the upload is completed.

  @MPU-01
  Rule: The answer names the upload
    — InitiateMultipartUpload, response elements

    Scenario: Bucket, name and id
      Given a bucket
      When the owner initiates a multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <InitiateMultipartUploadResult>
          <Bucket>(the bucket)</Bucket>
          <Key>object</Key>
          <UploadId>(any)</UploadId>
        </InitiateMultipartUploadResult>
        """

    Scenario: With encoding-type the name is percent-encoded
      Given a bucket
      And an object named "中"
      And a request to "?uploads&encoding-type=url"
      When the owner initiates a multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <InitiateMultipartUploadResult>
          <EncodingType>url</EncodingType>
          <Key>%E4%B8%AD</Key>
        </InitiateMultipartUploadResult>
        """

    Scenario: Without encoding-type the name is as it is
      Given a bucket
      And an object named "a b"
      When the owner initiates a multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <InitiateMultipartUploadResult>
          <Key>a b</Key>
        </InitiateMultipartUploadResult>
        """

  @MPU-02
  Rule: Every upload has an id of its own
    — InitiateMultipartUpload; Python SDK V1 test_object_upload_iterator (live)

    Scenario: A second upload of the same object has another id
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner initiates a multipart upload
      Then the store accepts
      And the upload id is new

    Scenario: The id of an upload that was completed is not used again
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      And the owner initiates a multipart upload
      Then the store accepts
      And the upload id is new

  @MPU-03
  Rule: The request that begins an upload decides on the metadata
    — InitiateMultipartUpload, request headers; Go SDK V1 TestUploadPartCopy (live)

    Scenario: Its headers come back with the object
      Given a bucket
      And a request with the headers
        | Cache-Control       | max-age=60                    |
        | Content-Disposition | attachment; filename="a.txt"  |
        | Content-Encoding    | br                            |
        | Content-Type        | image/png                     |
        | Expires             | Thu, 01 Jan 2026 00:00:00 GMT |
        | x-oss-meta-author   | alice                         |
      When the owner initiates a multipart upload
      And the owner uploads "abc" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the object's head carries
        | Cache-Control       | max-age=60                    |
        | Content-Disposition | attachment; filename="a.txt"  |
        | Content-Encoding    | br                            |
        | Content-Type        | image/png                     |
        | Expires             | Thu, 01 Jan 2026 00:00:00 GMT |
        | x-oss-meta-author   | alice                         |

    Scenario: The headers of the completion do not
      Given a bucket
      And a request with the headers
        | Content-Type      | image/png |
        | x-oss-meta-author | alice     |
      When the owner initiates a multipart upload
      And the owner uploads "abc" as part 1
      And a request with the headers
        | x-oss-meta-author | bob  |
        | x-oss-meta-year   | 2026 |
      And the owner completes the multipart upload
      Then the object's head carries
        | Content-Type      | image/png |
        | x-oss-meta-author | alice     |
        | x-oss-meta-year   | (none)    |

  @MPU-04
  Rule: An upload in a storage class that does not exist does not begin
    — InitiateMultipartUpload, request headers

    Scenario: The class "test" is refused
      Given a bucket
      And a request with the headers
        | x-oss-storage-class | test |
      When the owner initiates a multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And no multipart upload is in progress

    Scenario: The class "Standard" is accepted
      Given a bucket
      And a request with the headers
        | x-oss-storage-class | Standard |
      When the owner initiates a multipart upload
      Then the store accepts

  @MPU-05
  Rule: Until an upload is completed, the object does not change
    — InitiateMultipartUpload, notes

    Scenario: Beginning an upload leaves the object of that name
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner initiates a multipart upload
      Then the store accepts
      And nothing in the bucket has changed

    Scenario: A part leaves the object of that name
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner uploads "new" as part 1
      Then the store accepts
      And nothing in the bucket has changed

    Scenario: With all its parts, a new object does not exist
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner uploads "new" as part 1
      Then the store accepts
      And nothing in the bucket has changed

  @MPU-06
  Rule: An upload that must not overwrite does not begin if the object exists
    — InitiateMultipartUpload, request headers; HTTP 409 status code

    Scenario: The object stays and no upload begins
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner initiates a multipart upload
      Then the store refuses with 409 "FileAlreadyExists"
      And nothing in the bucket has changed
      And no multipart upload is in progress

    Scenario: An upload that may overwrite begins
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | false |
      When the owner initiates a multipart upload
      Then the store accepts

    Scenario: An upload of a new object begins
      Given a bucket
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner initiates a multipart upload
      Then the store accepts

  @MPU-07
  Rule: An upload for a name that is too long does not begin
    — Object naming; HTTP 400 status code

    Scenario: 1024 bytes are refused
      Given a bucket
      And an object with a name of 1024 bytes
      When the owner initiates a multipart upload
      Then the store refuses with 400 "InvalidObjectName"
      And no multipart upload is in progress

    Scenario: 1023 bytes are accepted
      Given a bucket
      And an object with a name of 1023 bytes
      When the owner initiates a multipart upload
      Then the store accepts
