@needs:objects
Feature: GetObject
  A read returns the object or a part of it, and says which. OSS ignores a range
  that it cannot serve; S3 clips or refuses it.

  @GET-01
  Rule: A read returns the stored bytes and their number
    — GetObject

    Scenario: The whole object with its length
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Accept-Encoding | identity |
      When the owner reads the object
      Then the store accepts and answers with
        | Content-Length | 1000 |
      And the answer is the whole object

    Scenario: A client that takes gzip has the same bytes once it has decompressed them
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Accept-Encoding | gzip |
      When the owner reads the object
      Then the answer is the whole object, compressed or not

    Scenario Outline: A client whose Accept-Encoding is <coding> gets text as it was stored
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Accept-Encoding | <coding> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | coding   |
        | identity |
        | (none)   |

  @GET-02
  Rule: A read carries ETag, type and time
    — Common response headers; manage object metadata; Python SDK V1 test_object (live)

    Scenario Outline: <header> is there
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner reads the object
      Then the store accepts
      And the answer carries
        | <header> | (any) |

      Examples:
        | header        |
        | ETag          |
        | Content-Type  |
        | Last-Modified |

    Scenario: Type and time are there when the answer may be compressed, too
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Accept-Encoding | gzip |
      When the owner reads the object
      Then the store accepts
      And the answer carries
        | Content-Type  | text/plain               |
        | Last-Modified | (the time of the upload) |

  @GET-03
  Rule: A read carries the type, the class and the checksums of the object
    — Go SDK V2 TestGetObject (live); error code 0048-00000203

    Scenario: The headers have all of it
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-object-type    | Normal                   |
        | x-oss-storage-class  | Standard                 |
        | x-oss-hash-crc64ecma | 3231342946509354535      |
        | Accept-Ranges        | bytes                    |
        | Content-MD5          | kAFQmDzST7DWlj99KOF/cg== |

    Scenario: With a range the CRC-64 is still that of the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | Range | bytes=0-1 |
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | 3231342946509354535 |

  @GET-04
  Rule: A read returns the metadata
    — Manage object metadata; Go SDK V1 TestPutObjectOnly (live)

    Scenario: User metadata and stored headers come back
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author | Cache-Control |
        | object | abc     | alice             | no-cache      |
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-meta-author | alice    |
        | Cache-Control     | no-cache |

  @GET-05
  Rule: An object that does not exist is answered with NoSuchKey
    — GetObject, error codes; HTTP 404 status code; error code 0026-00000001

    Scenario: The error names the object
      Given a bucket
      When the owner reads the object
      Then the store refuses with 404 "NoSuchKey"
      And the message is "The specified key does not exist."
      And the error carries
        | Key | object |

  @GET-06
  Rule: A bucket that does not exist is answered with NoSuchBucket
    — HTTP 404 status code; Go SDK V2 TestGetObject (live)

    Scenario: It is the bucket that is missing, not the object
      Given a bucket that does not exist
      When the owner reads the object
      Then the store refuses with 404 "NoSuchBucket"

  @GET-07
  Rule: A range within the object returns exactly its bytes
    — GetObject, Range; how to obtain OSS resources by range

    Scenario Outline: <range> of 1,000 bytes
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | <range> |
      When the owner reads the object
      Then the store accepts and answers with
        | Content-Length | <length> |
      And the answer holds the bytes <first> to <last> of the object

      Examples:
        | range         | first | last | length |
        | bytes=0-499   | 0     | 499  | 500    |
        | bytes=500-999 | 500   | 999  | 500    |
        | bytes=500-    | 500   | 999  | 500    |
        | bytes=-500    | 500   | 999  | 500    |
        | bytes=0-      | 0     | 999  | 1000   |
        | bytes=0-0     | 0     | 0    | 1      |
        | bytes=3-3     | 3     | 3    | 1      |
        | bytes=-1000   | 0     | 999  | 1000   |

  @GET-08
  Rule: A part of an object says which part it is
    — GetObject, example with 206

    Scenario Outline: Content-Range of <range>
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | <range> |
      When the owner reads the object
      Then the store accepts and answers with
        | Content-Range | <content range>          |
        | ETag          | (the ETag)               |
        | Last-Modified | (the time of the upload) |

      Examples:
        | range         | content range      |
        | bytes=100-900 | bytes 100-900/1000 |
        | bytes=-1      | bytes 999-999/1000 |

  @GET-09
  Rule: A range that ends beyond the object is ignored
    — GetObject, Range; Java SDK testGetObjectByRange (live)

    Scenario Outline: <range> of 1,000 bytes returns the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | <range> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | range          |
        | bytes=0-1000   |
        | bytes=500-2000 |

  @GET-10
  Rule: A range that begins beyond the object is ignored
    — How to obtain OSS resources by range

    Scenario Outline: <range> of 1,000 bytes returns the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | <range> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | range           |
        | bytes=1000-2000 |
        | bytes=1000-     |

  @GET-11
  Rule: A malformed range is ignored
    — How to obtain OSS resources by range; Java SDK testGetObjectByRange (live)

    Scenario Outline: <range> returns the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | <range> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | range         |
        | byte=0-499    |
        | xbytes=0-499  |
        | bytes=0-499x  |
        | bytes=abc     |
        | bytes=500-250 |
        | bytes=500     |
        | bytes=        |
        | bytes=-       |
        | bytes=0-4-9   |
        | bytes=--500   |
        | 0-499         |

  @GET-12
  Rule: A suffix longer than the object is ignored
    — How to obtain OSS resources by range

    Scenario: The last 2,000 of 1,000 bytes are the whole object without Content-Range
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | bytes=-2000 |
      When the owner reads the object
      Then the answer is the whole object

  @GET-13
  Rule: A suffix of no bytes is answered in one of two ways
    — Java SDK testGetObjectByRange (live); how to obtain OSS resources by range

    Scenario: bytes=-0
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | bytes=-0 |
      When the owner reads the object
      Then the answer is reported

  @GET-14
  Rule: Several ranges are answered in one of several ways
    — How to obtain OSS resources by range; HTTP 416 status code; error code 0016-00000110

    Scenario: Two ranges in one request
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range | bytes=0-9,20-29 |
      When the owner reads the object
      Then the answer is reported
      And the header "Content-Range" is reported

  @GET-15
  Rule: With the standard range behaviour a range is clipped to the object
    — Range download, SDK guides; Go SDK V1 TestGetObjectRangeBehavior (live)

    Scenario Outline: <range> of 1,000 bytes returns the bytes <first> to <last>
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range                | <range>  |
        | x-oss-range-behavior | standard |
      When the owner reads the object
      Then the answer holds the bytes <first> to <last> of the object

      Examples:
        | range          | first | last |
        | bytes=500-2000 | 500   | 999  |
        | bytes=0-499    | 0     | 499  |

  @GET-16
  Rule: With the standard range behaviour a range beyond the object is refused
    — Range download, SDK guides; Go SDK V1 TestGetObjectRangeBehavior (live)

    Scenario: bytes=1000-2000 of 1,000 bytes
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range                | bytes=1000-2000 |
        | x-oss-range-behavior | standard        |
      When the owner reads the object
      Then the store refuses with 416 "InvalidRange"

  @GET-17
  Rule: If-Match returns only an object with that ETag
    — GetObject, request headers; HTTP 412 status code

    Scenario Outline: <ETag> is accepted
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Match | <ETag> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | ETag            |
        | (the ETag)      |
        | (the bare ETag) |

    Scenario: Another ETag is refused
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Match | "D41D8CD98F00B204E9800998ECF8427E" |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"

  @GET-18
  Rule: If-None-Match does not return an object with that ETag
    — GetObject, request headers

    Scenario Outline: <ETag> is answered with 304 and no body
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-None-Match | <ETag> |
      When the owner reads the object
      Then the store answers 304
      And the answer has no body

      Examples:
        | ETag            |
        | (the ETag)      |
        | (the bare ETag) |

    Scenario Outline: <ETag> is another one and the object is read
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-None-Match | <ETag> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | ETag                               |
        | "D41D8CD98F00B204E9800998ECF8427E" |
        | foo                                |

  @GET-19
  Rule: If-Modified-Since does not return an object that has not changed since then
    — GetObject, request headers; ali-oss object tests (live)

    Scenario: An earlier time reads the object
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Modified-Since | (an hour before the upload) |
      When the owner reads the object
      Then the answer is the whole object

    Scenario Outline: <time> is answered with 304 and no body
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Modified-Since | <time> |
      When the owner reads the object
      Then the store answers 304
      And the answer has no body

      Examples:
        | time                       |
        | (the time of the upload)   |
        | (an hour after the upload) |

  @GET-20
  Rule: If-Unmodified-Since returns only an object that has not changed since then
    — GetObject, request headers; ali-oss object tests (live)

    Scenario Outline: <time> reads the object
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Unmodified-Since | <time> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | time                       |
        | (the time of the upload)   |
        | (an hour after the upload) |

    Scenario: An earlier time is refused
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Unmodified-Since | (an hour before the upload) |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"

  @GET-21
  Rule: An If-Modified-Since that is not a date is ignored
    — GetObject, request headers

    Scenario Outline: With <value> the object is read
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | If-Modified-Since | <value> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | value                    |
        | yesterday                |
        | 2026-13-45T25:00:00.000Z |

  @GET-22
  Rule: Conditions may be combined
    A failing If-Match or If-Unmodified-Since gives 412; otherwise a failing
    If-None-Match or If-Modified-Since gives 304.
    — GetObject, 2018 page

    Scenario Outline: <one> and <other> are met and the object is read
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <one>   | <first>  |
        | <other> | <second> |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | one           | first                              | other               | second                      |
        | If-Match      | (the ETag)                         | If-Unmodified-Since | (an hour after the upload)  |
        | If-None-Match | "D41D8CD98F00B204E9800998ECF8427E" | If-Modified-Since   | (an hour before the upload) |

    Scenario Outline: <one> fails and <other> cannot change that
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <one>   | <first>  |
        | <other> | <second> |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"

      Examples:
        | one                 | first                              | other               | second                     |
        | If-Match            | "D41D8CD98F00B204E9800998ECF8427E" | If-Unmodified-Since | (an hour after the upload) |
        | If-Match            | "D41D8CD98F00B204E9800998ECF8427E" | If-None-Match       | (the ETag)                 |
        | If-Unmodified-Since | (an hour before the upload)        | If-Modified-Since   | (the time of the upload)   |

    Scenario Outline: <one> is not met, whatever <other> says
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <one>   | <first>  |
        | <other> | <second> |
      When the owner reads the object
      Then the store answers 304

      Examples:
        | one           | first      | other             | second                      |
        | If-None-Match | (the ETag) | If-Modified-Since | (an hour before the upload) |
        | If-None-Match | (the ETag) | If-Match          | (the ETag)                  |

  @GET-23
  Rule: A failed condition is named in the error
    — ali-oss object tests (live); HTTP 412 status code

    Scenario Outline: <header>
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <header> | <value> |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"
      And the message begins with "At least one of the pre-conditions you specified did not hold"
      And the error carries
        | Condition | <header> |

      Examples:
        | header              | value                              |
        | If-Match            | "D41D8CD98F00B204E9800998ECF8427E" |
        | If-Unmodified-Since | (an hour before the upload)        |

  @GET-24
  Rule: A failed condition takes precedence over a range
    — Python SDK V1 test_modified_since (live)

    Scenario: An unchanged object is not read in part either
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | If-Modified-Since | (an hour after the upload) |
        | Range             | bytes=0-7                  |
      When the owner reads the object
      Then the store answers 304
      And the answer has no body

  @GET-25
  Rule: The query can replace headers of the answer
    — GetObject, request parameters; ali-oss signed URL tests (live)

    Scenario Outline: <parameter> replaces <header> in this answer only
      Given a bucket
      And the bucket holds the objects
        | name   | content | <header> |
        | object | abc     | <stored> |
      And a request to "?<parameter>=<value>"
      When the owner reads the object
      Then the store accepts and answers with
        | <header> | <value> |
      And the object's head carries
        | <header> | <stored> |

      Examples:
        | parameter                    | header              | stored                        | value                         |
        | response-cache-control       | Cache-Control       | no-cache                      | max-age=60                    |
        | response-content-disposition | Content-Disposition | inline                        | attachment                    |
        | response-content-encoding    | Content-Encoding    | myzip                         | yourzip                       |
        | response-expires             | Expires             | Thu, 01 Jan 2026 00:00:00 GMT | Fri, 01 Jan 2038 00:00:00 GMT |

    Scenario: response-content-language gives the answer a language
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?response-content-language=de"
      When the owner reads the object
      Then the store accepts and answers with
        | Content-Language | de |

  @GET-26
  Rule: response-content-type is answered in one of two ways
    — GetObject, request parameters; error code 0017-00000902

    Scenario: Another type is asked for
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?response-content-type=text/plain"
      When the owner reads the object
      Then the answer is reported
      And the header "Content-Type" is reported

  @GET-27
  Rule: The query replaces no headers of an error
    — GetObject, request parameters

    Scenario: An object that does not exist is answered without them
      Given a bucket
      And a request to "?response-content-language=de"
      When the owner reads the object
      Then the store refuses with 404 "NoSuchKey"
      And the answer does not carry the header "Content-Language"

    Scenario: A failed condition is answered without them
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?response-content-language=de"
      And a request with the headers
        | If-Match | "D41D8CD98F00B204E9800998ECF8427E" |
      When the owner reads the object
      Then the store refuses with 412 "PreconditionFailed"
      And the answer does not carry the header "Content-Language"

  @GET-28
  Rule: A store may compress what a client can decompress
    — GetObject, Accept-Encoding; Python SDK V1 test_gzip_get (live)

    Scenario: Text of 2 KB with Accept-Encoding gzip
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Accept-Encoding | gzip |
      When the owner reads the object
      Then the header "Content-Encoding" is reported
      And the header "Content-Length" is reported
      And the header "ETag" is reported

    Scenario: A part of a text with Accept-Encoding gzip
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Range           | bytes=0-1499 |
        | Accept-Encoding | gzip         |
      When the owner reads the object
      Then the header "Content-Encoding" is reported
      And the header "Content-Length" is reported

  @GET-30
  Rule: The standard range behaviour changes only what a range beyond the object does
    — How to obtain OSS resources by range, compatible behaviour

    Scenario: A read without a range returns the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | x-oss-range-behavior | standard |
      When the owner reads the object
      Then the answer is the whole object

    Scenario Outline: <range> is malformed and returns the whole object
      Given a bucket
      And the bucket holds the objects
        | name   | content      |
        | object | (1000 bytes) |
      And a request with the headers
        | Range                | <range>  |
        | x-oss-range-behavior | standard |
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | range         |
        | byte=0-499    |
        | bytes=abc     |
        | bytes=500-250 |
