Feature: Reading encrypted objects
  An encrypted object is read like any other: whole, in ranges, on conditions, by
  signed URLs, and whichever way it was created. The store's own cipher blocks and
  the parts of an upload are never visible.

  @OBJ-42
  @needs:objects
  Rule: An encrypted object reads back whole and in ranges, however it was created
    The parts of the uploads are of 102,401, 131,101 and the remaining bytes. No
    answer has a byte more than its range.
    — GetObject, Range; UploadPart and CompleteMultipartUpload, notes; AppendObject

    Scenario Outline: Under AES256, an object created by <way> reads back
      Given a bucket whose encryption rule is AES256
      And an object of 300000 bytes
      When the owner creates an object by <way>
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=15-16         | 15-16         |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=150000-150009 | 150000-150009 |
        | bytes=100000-250000 | 100000-250000 |
        | bytes=233501-233502 | 233501-233502 |
        | bytes=262143-262150 | 262143-262150 |
        | bytes=299999-299999 | 299999-299999 |
        | bytes=299990-       | 299990-299999 |
        | bytes=-10           | 299990-299999 |
        | bytes=-150000       | 150000-299999 |

      Examples:
        | way       |
        | PutObject |

      @needs:post
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way           |
        | AppendObject  |
        | three appends |

      @needs:multipart
      Examples:
        | way                                               |
        | a multipart upload                                |
        | a multipart upload of two parts                   |
        | a multipart upload of three parts, the last first |
        | a multipart upload whose first part is sent twice |

      @needs:multipart
      @needs:copy
      Examples:
        | way                                 |
        | a multipart upload of copied parts  |
        | a multipart upload of copied ranges |

    Scenario Outline: An object of <size> bytes, whole blocks of a cipher, reads back
      Given a bucket whose encryption rule is AES256
      And an object of <size> bytes
      When the owner creates an object by PutObject
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=-1 | <last>-<last> |

      Examples:
        | size   | last   |
        | 16     | 15     |
        | 4096   | 4095   |
        | 65536  | 65535  |
        | 262144 | 262143 |

    Scenario Outline: With AES256 by header, an object created by <way> reads back
      Given a bucket
      And an object of 300000 bytes
      When the owner creates an object by <way> with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=15-16         | 15-16         |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=150000-150009 | 150000-150009 |
        | bytes=100000-250000 | 100000-250000 |
        | bytes=233501-233502 | 233501-233502 |
        | bytes=299999-299999 | 299999-299999 |
        | bytes=299990-       | 299990-299999 |
        | bytes=-10           | 299990-299999 |
        | bytes=-150000       | 150000-299999 |

      Examples:
        | way       |
        | PutObject |

      @needs:post
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way           |
        | three appends |

      @needs:copy
      Examples:
        | way        |
        | CopyObject |

      @needs:multipart
      Examples:
        | way                                               |
        | a multipart upload of three parts, the last first |
        | a multipart upload whose first part is sent twice |

      @needs:multipart
      @needs:copy
      Examples:
        | way                                 |
        | a multipart upload of copied ranges |

    Scenario Outline: Under <rule>, an object created by <way> reads back
      Given a bucket whose encryption rule is <rule>
      And an object of 300000 bytes
      When the owner creates an object by <way>
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=15-16         | 15-16         |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=150000-150009 | 150000-150009 |
        | bytes=100000-250000 | 100000-250000 |
        | bytes=233501-233502 | 233501-233502 |
        | bytes=299999-299999 | 299999-299999 |
        | bytes=299990-       | 299990-299999 |
        | bytes=-10           | 299990-299999 |
        | bytes=-150000       | 150000-299999 |

      @needs:kms
      Examples:
        | rule | way       |
        | KMS  | PutObject |

      @needs:kms
      @needs:append
      Examples:
        | rule | way           |
        | KMS  | three appends |

      @needs:kms
      @needs:multipart
      Examples:
        | rule | way                                               |
        | KMS  | a multipart upload of three parts, the last first |

      @needs:sm4
      Examples:
        | rule | way       |
        | SM4  | PutObject |

      @needs:sm4
      @needs:append
      Examples:
        | rule | way           |
        | SM4  | three appends |

      @needs:sm4
      @needs:multipart
      Examples:
        | rule | way                                               |
        | SM4  | a multipart upload of three parts, the last first |

      @needs:kms
      @needs:sm4
      Examples:
        | rule                         | way       |
        | KMS with SM4 data encryption | PutObject |

      @needs:kms
      @needs:sm4
      @needs:append
      Examples:
        | rule                         | way           |
        | KMS with SM4 data encryption | three appends |

      @needs:kms
      @needs:sm4
      @needs:multipart
      Examples:
        | rule                         | way                                               |
        | KMS with SM4 data encryption | a multipart upload of three parts, the last first |

    @needs:multipart
    Scenario: The range of one part is that part
      Given a bucket whose encryption rule is AES256
      And an object of 300000 bytes
      When the owner creates an object by a multipart upload of three parts, the last first
      Then the store accepts
      And the object reads back in the ranges
        | bytes=0-102400      | 0-102400      |
        | bytes=102401-233501 | 102401-233501 |
        | bytes=233502-299999 | 233502-299999 |

  @OBJ-43
  @needs:objects
  Rule: A range beyond the end of an encrypted object is ignored, or cut with the standard behaviour
    The pages on ranges and live tests ignore it; one copy of the GetObject page
    refuses it.
    — GetObject, Range; Go SDK, TestGetObjectRangeBehavior (live); Java SDK,
    testGetObjectByRange (live)

    Scenario Outline: Beyond the end of an object under <rule>, the whole object is returned
      Given a bucket whose encryption rule is <rule>
      And an object of 70000 bytes
      When the owner uploads the object
      Then the store accepts
      And the object reads back in the ranges
        | bytes=69990-70000 | whole |
        | bytes=70000-      | whole |
        | bytes=0-99999     | whole |
        | bytes=-70001      | whole |

      Examples:
        | rule   |
        | AES256 |

      @needs:kms
      Examples:
        | rule |
        | KMS  |

    Scenario: With the standard behaviour the range is cut at the end of the plaintext
      Given a bucket whose encryption rule is AES256
      And an object of 70000 bytes
      And the bucket holds an object
      And a request with the headers
        | Range                | bytes=69990-99999 |
        | x-oss-range-behavior | standard          |
      When the owner reads the object
      Then the answer holds the bytes 69990 to 69999 of the object

    Scenario: With the standard behaviour a range that begins at the end of the plaintext is refused
      Given a bucket whose encryption rule is AES256
      And an object of 70000 bytes
      And the bucket holds an object
      And a request with the headers
        | Range                | bytes=70000-70010 |
        | x-oss-range-behavior | standard          |
      When the owner reads the object
      Then the store refuses with 416 "InvalidRange"

  @OBJ-44
  @needs:objects
  Rule: An answer with a part of an encrypted object describes the whole
    — GetObject, response headers and example with Range

    Scenario Outline: A range of an object under <rule> carries its encryption and ETag
      Given a bucket whose encryption rule is <rule>
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object
      And the answer carries
        | x-oss-server-side-encryption | <algorithm>         |
        | ETag                         | (the object's ETag) |

      Examples:
        | rule   | algorithm |
        | AES256 | AES256    |

      @needs:kms
      Examples:
        | rule | algorithm |
        | KMS  | KMS       |

      @needs:sm4
      Examples:
        | rule | algorithm |
        | SM4  | SM4       |

    @needs:kms
    @needs:sm4
    Scenario: A range of an object with a key and a data cipher names both
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object
      And the answer carries
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

    Scenario: A range carries the metadata of the object
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object with the headers
        | Cache-Control     | no-cache |
        | x-oss-meta-author | alice    |
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object
      And the answer carries
        | Cache-Control     | no-cache |
        | x-oss-meta-author | alice    |

    @needs:multipart
    Scenario: A range across parts carries the encryption and the ETag of the object
      Given a bucket whose encryption rule is AES256
      And an object of 300000 bytes
      And the bucket holds an object created by a multipart upload of two parts
      And a request with the headers
        | Range | bytes=102400-102401 |
      When the owner reads the object
      Then the answer holds the bytes 102400 to 102401 of the object
      And the answer carries
        | x-oss-server-side-encryption | AES256              |
        | ETag                         | (the object's ETag) |

  @OBJ-45
  @needs:objects
  Rule: The conditions of a read apply to an encrypted object
    — GetObject, request headers; Node.js SDK, test/node/object.test.js (live)

    Scenario Outline: <condition> that does not hold is answered 304
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request with the headers
        | <condition> | <value> |
      When the owner reads the object
      Then the store answers 304

      Examples:
        | condition         | value                         |
        | If-None-Match     | (the object's ETag)           |
        | If-Modified-Since | Thu, 31 Dec 2099 23:59:59 GMT |

    Scenario Outline: <condition> that does not hold is refused
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request with the headers
        | <condition> | <value> |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"

      Examples:
        | condition           | value                              |
        | If-Match            | "D41D8CD98F00B204E9800998ECF8427E" |
        | If-Unmodified-Since | Sat, 01 Jan 2000 00:00:00 GMT      |

    Scenario Outline: <condition> that holds returns the object
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request with the headers
        | <condition> | <value> |
      When the owner reads the object
      Then the store answers 200

      Examples:
        | condition           | value                              |
        | If-None-Match       | "D41D8CD98F00B204E9800998ECF8427E" |
        | If-Match            | (the object's ETag)                |
        | If-Modified-Since   | Sat, 01 Jan 2000 00:00:00 GMT      |
        | If-Unmodified-Since | Thu, 31 Dec 2099 23:59:59 GMT      |

    Scenario Outline: An object under <rule> created by <way> is recognised by its ETag
      Given a bucket whose encryption rule is <rule>
      And an object of 300000 bytes
      And the bucket holds an object created by <way>
      And a request with the headers
        | If-None-Match | (the object's ETag) |
      When the owner reads the object
      Then the store answers 304

      @needs:kms
      Examples:
        | rule | way       |
        | KMS  | PutObject |

      @needs:append
      Examples:
        | rule   | way           |
        | AES256 | three appends |

      @needs:multipart
      Examples:
        | rule   | way                             |
        | AES256 | a multipart upload of two parts |

    Scenario: HEAD recognises the object by its ETag
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request with the headers
        | If-None-Match | (the object's ETag) |
      When the owner asks for the object's head
      Then the store answers 304

    Scenario: A range on a condition that holds is returned
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request with the headers
        | If-Match | (the object's ETag) |
        | Range    | bytes=10-19         |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

  @OBJ-46
  @needs:objects
  Rule: The size of an encrypted object is that of its plaintext everywhere
    — HeadObject; GetObjectMeta; ListObjects, Size; Python SDK, test_object (live)

    Scenario Outline: Under <rule>, an object created by <way> shows one size
      Given a bucket whose encryption rule is <rule>
      And an object of 300000 bytes
      When the owner creates an object by <way>
      Then the store accepts
      And the object shows its length in HeadObject
      And the object shows its length in GetObjectMeta
      And the object shows its length in the listing

      Examples:
        | rule   | way       |
        | AES256 | PutObject |

      @needs:kms
      Examples:
        | rule | way       |
        | KMS  | PutObject |

      @needs:sm4
      Examples:
        | rule | way       |
        | SM4  | PutObject |

      @needs:append
      Examples:
        | rule   | way           |
        | AES256 | three appends |

      @needs:multipart
      Examples:
        | rule   | way                                               |
        | AES256 | a multipart upload of three parts, the last first |
        | AES256 | a multipart upload whose first part is sent twice |

      @needs:multipart
      @needs:copy
      Examples:
        | rule   | way                                 |
        | AES256 | a multipart upload of copied ranges |

  @OBJ-47
  @needs:objects
  @needs:presign
  Rule: A signed URL reads and writes an encrypted object
    — Include a signature in a URL; V4 signature in a URL

    Scenario Outline: A URL signed by <version> reads an encrypted object
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request signed by <version> in its URL
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the answer is the whole object

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |

    Scenario Outline: A URL signed by <version> reads a range of an encrypted object
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request signed by <version> in its URL
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |

    Scenario Outline: A URL signed by <version> writes an object under a rule
      Given a bucket whose encryption rule is AES256
      And a request signed by <version> in its URL
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256
      And the object reads back byte for byte

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |

    Scenario Outline: A URL signed by <version> writes an object with an encryption header
      Given a bucket
      And a request signed by <version> in its URL
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256
      And the object reads back byte for byte

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |
