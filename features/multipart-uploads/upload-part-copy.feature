@needs:objects
@needs:multipart
@needs:copy
Feature: UploadPartCopy
  A part is copied from an object, as a whole or from a range of it.

  @MPU-21
  Rule: A copied part is a part
    — UploadPartCopy; Go SDK V2 TestUploadPartCopy (live)

    Scenario: The answer is a document with ETag and time
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <CopyPartResult>
          <LastModified>(a time)</LastModified>
          <ETag>(an ETag in double quotes)</ETag>
        </CopyPartResult>
        """

    Scenario: It is listed, and the object of that name stays
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And the bucket holds the objects
        | name | content |
        | b    | old     |
        | a    | abc     |
      When the owner copies "a" as part 1
      And the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <Part><PartNumber>1</PartNumber><Size>3</Size></Part>
        </ListPartsResult>
        """
      And nothing in the bucket has changed

    Scenario Outline: "<name>" written as <written> is found
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | <name> | abc     |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)/<written> |
      When the owner copies "<name>" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | <name> | abc     |
        | b      | abc     |

      Examples:
        | name | written   |
        | a b  | a%20b     |
        | a+b  | a%2Bb     |
        | 中    | %E4%B8%AD |

  @MPU-22
  Rule: A copy source that names no object is refused
    — HTTP 400 status code; error codes 0042-00000301 and 0042-00000302

    Scenario Outline: "<source>" is refused and no part is stored
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And the bucket holds the objects
        | name | content |
        | b    | old     |
        | a    | abc     |
      And a request with the headers
        | x-oss-copy-source | <source> |
      When the owner copies "a" as part 1
      Then the store refuses with 400 "InvalidArgument"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

      Examples:
        | source         |
        |                |
        | (the bucket)/a |

  @MPU-23
  Rule: A part may be copied from a range
    — UploadPartCopy, request headers; Python SDK V1 test_upload_part_copy (live)

    Scenario Outline: <range> of ten bytes
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | <range> |
      When the owner copies "a" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content    |
        | a    | 0123456789 |
        | b    | <bytes>    |

      Examples:
        | range     | bytes      |
        | bytes=2-5 | 2345       |
        | bytes=0-0 | 0          |
        | bytes=0-9 | 0123456789 |
        | bytes=6-  | 6789       |

    Scenario: Many bytes of a large source
      Given a bucket
      And an object of 400000 bytes
      And the bucket holds an object
      And an object of 300000 bytes
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | bytes=0-299999 |
      When the owner copies "object" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the object reads back byte for byte

    Scenario: Content-Range, where there is one, is that range
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | bytes=2-5 |
      When the owner copies "a" as part 1
      Then the store accepts and answers with
        | Content-Range | (none or bytes 2-5/10) |

  @MPU-24
  Rule: A range that ends beyond the source copies all of it
    — UploadPartCopy, request headers; Java SDK testUnormalUploadPartCopyByRange (live)

    Scenario Outline: <range> of ten bytes
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | <range> |
      When the owner copies "a" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content    |
        | a    | 0123456789 |
        | b    | 0123456789 |

      Examples:
        | range      |
        | bytes=2-10 |
        | bytes=5-20 |

    Scenario: The answer has no Content-Range
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | bytes=5-20 |
      When the owner copies "a" as part 1
      Then the store accepts and answers with
        | Content-Range | (none) |

  @MPU-61
  Rule: A range without a byte of the source copies all of it
    The page speaks of every range that does not conform to the conventions.
    — UploadPartCopy, request headers

    Scenario Outline: "<range>" of ten bytes
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | <range> |
      When the owner copies "a" as part 1
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content    |
        | a    | 0123456789 |
        | b    | 0123456789 |

      Examples:
        | range      |
        | bytes=20-  |
        | bytes=5-2  |
        | bytes=some |

    Scenario Outline: The answer to "<range>" has no Content-Range
      Given a bucket
      And the bucket holds the objects
        | name | content    |
        | a    | 0123456789 |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source-range | <range> |
      When the owner copies "a" as part 1
      Then the store accepts and answers with
        | Content-Range | (none) |

      Examples:
        | range     |
        | bytes=20- |
        | bytes=5-2 |

  @MPU-25
  Rule: Without source, target or upload no part is copied
    — UploadPartCopy; Java SDK UploadPartCopyTest (live)

    Scenario: The source is missing
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store refuses with 404 "NoSuchKey"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

    Scenario: The bucket of the source is missing
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)-2/a |
      When the owner copies "a" as part 1
      Then the store refuses with 404 "NoSuchBucket"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

    Scenario: The bucket of the target is missing and is not created
      Given another bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And a bucket that does not exist
      And a request with the headers
        | x-oss-copy-source | /(the other bucket)/a |
      When the owner copies "a" as part 1
      Then the store refuses with 404 "NoSuchBucket"
      And the bucket still does not exist

    Scenario: The upload is unknown
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
      And the bucket holds the objects
        | name | content |
        | b    | old     |
        | a    | abc     |
      And a request to "?partNumber=1&uploadId=0004B9894A22E5B1888A1E29F8236E2D"
      When the owner copies "a" as part 1
      Then the store refuses with 404 "NoSuchUpload"
      And the multipart uploads are unchanged
      And nothing in the bucket has changed

  @MPU-26
  Rule: A source that does not meet the condition is not copied
    — UploadPartCopy, request headers; C++ SDK MultipartUploadTest (live)

    Scenario Outline: <header> <value> is refused and no part is stored
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store refuses with 412 "PreconditionFailed"
      And the multipart uploads are unchanged

      Examples:
        | header              | value                              |
        | if-match            | "D41D8CD98F00B204E9800998ECF8427E" |
        | if-unmodified-since | (an hour before the upload)        |

    Scenario Outline: <header> <value> is met
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store answers 200

      Examples:
        | header              | value                    |
        | if-match            | (the ETag)               |
        | if-unmodified-since | (the time of the upload) |

  @MPU-27
  Rule: An unchanged source gives 304
    — UploadPartCopy, request headers; C++ SDK MultipartUploadTest (live)

    Scenario Outline: <header> <value> copies no part
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store answers 304
      And the answer has no body
      And the multipart uploads are unchanged

      Examples:
        | header            | value                    |
        | if-none-match     | (the ETag)               |
        | if-modified-since | (the time of the upload) |

    Scenario Outline: <header> <value> is met
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      And the bucket holds the multipart uploads
        | name |
        | b    |
      When the owner copies "a" as part 1
      Then the store answers 200

      Examples:
        | header            | value                              |
        | if-none-match     | "D41D8CD98F00B204E9800998ECF8427E" |
        | if-modified-since | (an hour before the upload)        |
