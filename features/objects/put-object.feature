@needs:objects
Feature: PutObject
  One request stores one whole object: exactly its bytes, under exactly its name,
  or nothing at all.

  @PUT-01
  Rule: An upload stores exactly its bytes
    — PutObject; SDK tests (live)

    Scenario Outline: An object of <size> bytes reads back byte for byte
      Given a bucket
      And an object of <size> bytes
      When the owner uploads the object
      Then the store answers 200
      And the answer has no body
      And the object reads back byte for byte

      Examples:
        | size    |
        | 0       |
        | 1       |
        | 1024    |
        | 1048577 |

  @PUT-02
  Rule: The answer to an upload carries the MD5 of its bytes as ETag
    — PutObject, response headers

    Scenario: The ETag is the MD5 of the bytes
      Given a bucket
      When the owner uploads the object
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5) |

  @PUT-03
  Rule: The answer to an upload carries the CRC-64 and the MD5 of its bytes
    — PutObject, first example; Go SDK V2 TestPutObject (live)

    Scenario Outline: The checksums of <what> come back
      Given a bucket
      And an object with the content "<body>"
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | <crc> |
        | Content-MD5          | <md5> |

      Examples:
        | what        | body      | crc                  | md5                      |
        | no bytes    |           | 0                    | 1B2M2Y8AsgTpgAmY7PhCfg== |
        | three bytes | abc       | 3231342946509354535  | kAFQmDzST7DWlj99KOF/cg== |
        | nine bytes  | 123456789 | 11051210869376104954 | JfnnlDI7RTiF9RgfG2JNCw== |

  @PUT-04
  Rule: An upload states its length or is sent in chunks
    — PutObject, request headers; HTTP 411 status code

    Scenario: A body in chunks is stored without their framing
      Given a bucket
      And a request whose body comes in chunks
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

    Scenario: Without a length and without chunks nothing is stored
      Given a bucket
      And a request whose Content-Length is missing
      When the owner uploads the object
      Then the store refuses with 411 "MissingContentLength"
      And nothing in the bucket has changed

  @PUT-05
  Rule: An upload replaces the object of the same name
    — PutObject, usage notes

    Scenario: Only the new bytes are read afterwards
      Given a bucket
      And the bucket holds the objects
        | name   | content  |
        | object | old text |
      And an object with the content "abc"
      When the owner uploads the object
      Then the store answers 200
      And the bucket holds exactly the objects
        | name   | content | ETag                               |
        | object | abc     | "900150983CD24FB0D6963F7D28E17F72" |

  @PUT-06
  Rule: A replaced object keeps none of its metadata
    An object is its bytes, its metadata and its name; an upload replaces all of it.
    — Terms, "object"

    Scenario: Metadata that the new upload does not carry is gone
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author | x-oss-meta-year | Cache-Control |
        | object | old     | alice             | 2025            | no-cache      |
      And a request with the headers
        | x-oss-meta-author | bob |
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content | x-oss-meta-author | x-oss-meta-year | Cache-Control |
        | object | old     | bob               | (none)          | (none)        |

    Scenario: A deleted object leaves no metadata to the next one
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author |
        | object | old     | alice             |
      When the owner deletes the object
      And the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content | x-oss-meta-author |
        | object | old     | (none)            |

  @PUT-07
  Rule: An uploaded object is visible at once
    — Terms, "strong consistency"

    Scenario: GetObject returns it
      Given a bucket
      When the owner uploads the object
      And the owner reads the object
      Then the answer is the whole object

    Scenario: HeadObject finds it
      Given a bucket
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | Content-Length | 1024 |

    Scenario: GetObjectMeta finds it
      Given a bucket
      When the owner uploads the object
      And a request to "?objectMeta"
      And the owner asks for the object's head
      Then the store accepts and answers with
        | Content-Length | 1024 |

  @PUT-08
  Rule: An interrupted upload leaves nothing behind
    — Go SDK V1 TestPutObjectWithLimitReaderLen (live); Terms, "strong consistency"

    Scenario: There is no object of fewer bytes
      Given a bucket
      When the owner breaks off an upload of the object
      Then nothing in the bucket has changed

    Scenario: The old object stays as it was
      Given a bucket
      And the bucket holds the objects
        | name   | content      | x-oss-meta-author |
        | object | (1000 bytes) | alice             |
      When the owner breaks off an upload of the object
      Then nothing in the bucket has changed

  @PUT-09
  Rule: PutObject creates a Normal object
    — HeadObject, response headers; AppendObject, relation to PutObject

    Scenario: A new object is Normal
      Given a bucket
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-object-type | Normal |

    @needs:append
    Scenario: An object that replaces an appendable one is Normal
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | abc     | Appendable |
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content | type   |
        | object | abc     | Normal |

  @PUT-10
  Rule: A body that does not match its Content-MD5 is refused
    — PutObject, request headers; error code 0017-00000503

    Scenario: The right Content-MD5 is accepted
      Given a bucket
      And a request with the headers
        | Content-MD5 | (the body's MD5) |
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

    Scenario: The MD5 of other bytes is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed

    Scenario: The MD5 of other bytes is refused and the old object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author |
        | object | old     | alice             |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed

  @PUT-11
  Rule: A Content-MD5 that is not an MD5 is refused
    — Java SDK PutObjectTest (live); error code 0017-00000502

    Scenario Outline: <what> is refused and nothing is stored
      Given a bucket
      And an object with the content "abc"
      And a request with the headers
        | Content-MD5 | <value> |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed

      Examples:
        | what                             | value                            |
        | Text that is not base64          | Invalid-Content-MD5              |
        | Base64 of fewer than 16 bytes    | kAFQmDzST7DWlj99                 |
        | The hexadecimal form of the MD5  | 900150983cd24fb0d6963f7d28e17f72 |
        | The MD5 behind another character | !kAFQmDzST7DWlj99KOF/cg==        |
        | The MD5 before another character | kAFQmDzST7DWlj99KOF/cg==x        |

  @PUT-13
  Rule: An upload to a bucket that does not exist is refused
    — PutObject, error codes; Go SDK V2 TestPutObject (live)

    Scenario: The bucket is not created
      Given a bucket that does not exist
      When the owner uploads the object
      Then the store refuses with 404 "NoSuchBucket"
      And the bucket still does not exist

  @PUT-14
  Rule: x-oss-forbid-overwrite protects an existing object
    — PutObject, request headers; error code 0026-00000002

    Scenario: With true the upload is refused and the old object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author |
        | object | old     | alice             |
      And a request with the headers
        | x-oss-forbid-overwrite | true |
        | x-oss-meta-author      | bob  |
      And an object with the content "new"
      When the owner uploads the object
      Then the store refuses with 409 "FileAlreadyExists"
      And nothing in the bucket has changed

  @PUT-15
  Rule: x-oss-forbid-overwrite forbids overwriting only
    — PutObject, request headers

    Scenario: With true a new name is stored
      Given a bucket
      And the bucket holds the objects
        | name  | content |
        | other | old     |
      And an object named "object"
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | old     |
        | other  | old     |

    Scenario: With false the old object is replaced
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | false |
      And an object with the content "new"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | new     |

  @PUT-16
  Rule: x-oss-forbid-overwrite takes true and false only
    — Error code 0017-00000279

    Scenario: Another value is refused for a new name too, and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-forbid-overwrite | abc |
      When the owner uploads the object
      Then the store refuses
      And the object does not exist

    Scenario: Another value is refused and the old object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | abc |
      And an object with the content "new"
      When the owner uploads the object
      Then the store refuses
      And nothing in the bucket has changed

    @needs:multipart
    Scenario: An upload in parts does not begin with another value
      Given a bucket
      And a request with the headers
        | x-oss-forbid-overwrite | abc |
      When the owner initiates a multipart upload
      Then the store refuses
      And no multipart upload is in progress

    @needs:multipart
    Scenario: An upload in parts is not completed with another value
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | new |
      And a request with the headers
        | x-oss-forbid-overwrite | abc |
      When the owner completes the multipart upload
      Then the store refuses
      And nothing in the bucket has changed

  @PUT-17
  Rule: Only one of several uploads of a protected name should succeed
    Users rely on it; the page for the bucket-wide rule warns that simultaneous
    writers may all pass. — walgit, issue 67; PutBucketOverwriteConfig

    Scenario: Four writers, each with its own text
      Given a bucket
      And an object of 9 bytes
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When 4 writers upload the object at the same time
      Then the answer is reported
      And what the bucket holds is reported

  @PUT-18
  Rule: An upload with conditions is refused
    — Go SDK V1 TestPutObjectNegative (live); HTTP 400 status code

    Scenario Outline: <header> is refused and the old object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | <header> | <value> |
      And an object with the content "new"
      When the owner uploads the object
      Then the store refuses
      And nothing in the bucket has changed

      Examples:
        | header            | value                       |
        | If-Modified-Since | (an hour before the upload) |
        | If-None-Match     | *                           |
        | If-Match          | (the ETag)                  |

  @PUT-19
  Rule: Of several uploads of one name at the same time one is stored whole
    Operations on objects are atomic. — Terms, "strong consistency"

    Scenario Outline: Four writers of <size> bytes leave what one of them sent
      Given a bucket
      And an object of <size> bytes
      When 4 writers upload the object at the same time
      Then the store accepts
      And the object is that of one writer

      Examples:
        | size   |
        | 9      |
        | 300000 |

    Scenario: An old object is replaced by what one of them sent
      Given a bucket
      And the bucket holds an object
      When 4 writers upload the object at the same time
      Then the store accepts
      And the object is that of one writer
