@needs:objects
@needs:multipart
Feature: UploadPart
  The parts of an upload have numbers, may come in any order, and may be sent again.
  A part is never taken for the object itself.

  @MPU-09
  Rule: The answer to a part has its MD5 as ETag
    — UploadPart, response headers; Python SDK V1 test_part_iterator (live)

    Scenario: In double quotes and without a body
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner uploads the object as part 1
      Then the store answers 200
      And the answer has no body
      And the answer carries
        | ETag | (the object's MD5 in double quotes) |

  @MPU-10
  Rule: The answer to a part has its digests
    — Go SDK V2 TestUploadPart (live)

    Scenario: MD5 and CRC-64 of the part
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner uploads "abc" as part 1
      Then the store accepts and answers with
        | Content-MD5          | kAFQmDzST7DWlj99KOF/cg== |
        | x-oss-hash-crc64ecma | 3231342946509354535      |

  @MPU-11
  Rule: The order of the parameters does not matter
    — UploadPart, request syntax

    Scenario Outline: <query> is a part
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request to "<query>"
      When the owner uploads "new" as part 1
      And the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <Part><PartNumber>1</PartNumber><Size>3</Size></Part>
        </ListPartsResult>
        """
      And nothing in the bucket has changed

      Examples:
        | query                    |
        | ?partNumber=…&uploadId=… |
        | ?uploadId=…&partNumber=… |

  @MPU-12
  Rule: Part numbers go from 1 to 10,000
    — UploadPart; error code 0017-00000220

    Scenario Outline: <number> is accepted
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner uploads "abc" as part <number>
      And the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <Part><PartNumber><number></PartNumber></Part>
        </ListPartsResult>
        """

      Examples:
        | number |
        | 1      |
        | 10000  |

    Scenario Outline: <number> is refused and no part is stored
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request to "?partNumber=<number>&uploadId=…"
      When the owner uploads "abc" as part 1
      Then the store refuses with 400 "InvalidArgument"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

      Examples:
        | number |
        | 0      |
        | 10001  |
        | -1     |
        | STR    |

  @MPU-13
  Rule: A part without a number is refused
    — Error code 0017-00000219

    Scenario Outline: <query> is refused, and upload and object stay
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request to "<query>"
      When the owner uploads "new" as part 1
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | query                   |
        | ?uploadId=…             |
        | ?partNumber=&uploadId=… |

  @MPU-14
  Rule: A part of an unknown upload is refused
    — UploadPart, error codes; C++ SDK MultipartUploadTest (live)

    Scenario Outline: "<id>" is the id of no upload
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request to "?partNumber=1&uploadId=<id>"
      When the owner uploads "abc" as part 1
      Then the store refuses with 404 "NoSuchUpload"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

      Examples:
        | id                               |
        | 0004B9894A22E5B1888A1E29F8236E2D |
        | unknown                          |

    Scenario: The error names the upload
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request to "?partNumber=1&uploadId=0004B9894A22E5B1888A1E29F8236E2D"
      When the owner uploads "abc" as part 1
      Then the store refuses with 404 "NoSuchUpload"
      And the error carries
        | UploadId | 0004B9894A22E5B1888A1E29F8236E2D |
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

  @MPU-15
  Rule: An upload belongs to one object
    — UploadPart, request parameters

    Scenario: A part of another object is refused and stored nowhere
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And an object named "other"
      When the owner uploads "abc" as part 1
      Then the store refuses with 404 "NoSuchUpload"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

  @MPU-17
  Rule: A part with another MD5 is not stored
    — UploadPart, request headers; Python SDK V1 test_upload_part_content_md5_bad (live)

    Scenario: A new part is not stored
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner uploads "new" as part 1
      Then the store refuses with 400 "InvalidDigest"
      And the multipart uploads are unchanged

    Scenario: An earlier part of that number stays
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1     |
        | object | first |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner uploads "new" as part 1
      Then the store refuses with 400 "InvalidDigest"
      And the multipart uploads are unchanged

    Scenario: The MD5 of its bytes is accepted
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner uploads "abc" as part 1
      Then the store accepts

  @MPU-18
  Rule: A part that is sent again replaces the earlier one
    — UploadPart, notes

    Scenario: The part sent last is listed, once
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1     |
        | object | first |
      When the owner uploads "second!" as part 1
      And the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <Part>
            <PartNumber>1</PartNumber>
            <ETag>"26DE793D084EFDD1C4134652C5494AF1"</ETag>
            <Size>7</Size>
          </Part>
        </ListPartsResult>
        """

    Scenario: The object has the bytes that were sent last
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1     |
        | object | first |
      When the owner uploads "second!" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | second! |

    Scenario: The ETag of the replaced part is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1     |
        | object | first |
      When the owner uploads "second!" as part 1
      And the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload>
          <Part><PartNumber>1</PartNumber><ETag>"8B04D5E3775D298E78455EFC5CA404D5"</ETag></Part>
        </CompleteMultipartUpload>
        """
      Then the store refuses with 400 "InvalidPart"
      And nothing in the bucket has changed

  @MPU-19
  Rule: A part may come in chunks
    — Java SDK testUploadPartWithChunked (live)

    Scenario: The part has the bytes of all chunks
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And a request whose body comes in chunks
      When the owner uploads "abcdef" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abcdef  |

  @MPU-58
  Rule: A part without an upload is refused
    — Error code 0017-00000244

    Scenario: The object is not written
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request to "?partNumber=…"
      When the owner uploads "new" as part 1
      Then the store refuses
      And nothing in the bucket has changed
      And the multipart uploads are unchanged
