@needs:objects
Feature: HeadObject and GetObjectMeta
  The answers about an object without its bytes agree with those that have them.

  @HEAD-01
  Rule: HeadObject answers with the headers of GetObject and no body
    — HeadObject; Go SDK V1 TestGetObjectDetailedMeta (live)

    Scenario: All headers are there
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type | x-oss-meta-author | Cache-Control |
        | object | abc     | text/css     | alice             | no-cache      |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | ETag                | (the ETag)               |
        | Last-Modified       | (the time of the upload) |
        | Content-Type        | text/css                 |
        | Content-Length      | 3                        |
        | x-oss-object-type   | Normal                   |
        | x-oss-storage-class | Standard                 |
        | x-oss-meta-author   | alice                    |
        | Cache-Control       | no-cache                 |
      And the answer has no body

    @needs:copy
    Scenario: A copy says its type, too
      Given a bucket
      And the bucket holds an object created by CopyObject
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-object-type | (any) |

  @HEAD-02
  Rule: A Normal object has a Content-MD5, and one of appends or parts has none
    — HeadObject, response headers; Go SDK V2 TestHeadObject (live)

    Scenario: A Normal object has the MD5 of its bytes
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |

    Scenario Outline: An object of <way> has none
      Given a bucket
      When the owner creates an object by <way>
      And the owner asks for the object's head
      Then the store accepts and answers with
        | Content-MD5 | (none) |

      @needs:append
      Examples:
        | way          |
        | AppendObject |

      @needs:multipart
      Examples:
        | way                |
        | a multipart upload |

  @HEAD-03
  Rule: HeadObject carries the CRC-64 of the object
    — HeadObject, response headers

    Scenario: The CRC-64 is that of the bytes
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | 3231342946509354535 |

    @needs:copy
    Scenario: The CRC-64 of a copy, where it has one, is that of its bytes
      Given a bucket
      And an object with the content "abc"
      And the bucket holds an object created by CopyObject
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | (none or 3231342946509354535) |

  @HEAD-04
  Rule: GetObject, HeadObject and GetObjectMeta agree
    — Python SDK V1 test_object, ali-oss getObjectMeta() (live)

    Scenario: HeadObject says what GetObject said
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | ETag           | (the ETag)               |
        | Last-Modified  | (the time of the upload) |
        | Content-Length | 3                        |

    Scenario: GetObjectMeta says what GetObject said
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?objectMeta"
      When the owner asks for the object's head
      Then the store accepts and answers with
        | ETag           | (the ETag)               |
        | Last-Modified  | (the time of the upload) |
        | Content-Length | 3                        |

  @HEAD-05
  Rule: The head of an object that does not exist is 404 without a body
    — HeadObject, error codes

    Scenario: HeadObject finds nothing
      Given a bucket
      When the owner asks for the object's head
      Then the store answers 404
      And the answer has no body

    Scenario: GetObjectMeta finds nothing
      Given a bucket
      And a request to "?objectMeta"
      When the owner asks for the object's head
      Then the store answers 404
      And the answer has no body

  @HEAD-06
  Rule: The error of a HEAD says whether the object or the bucket is missing
    — Go SDK V1 TestErrorFromHeader, Python SDK V1 test_object_exists (live)

    Scenario: NoSuchKey for an object
      Given a bucket
      When the owner asks for the object's head
      Then the store refuses with 404 "NoSuchKey"
      And the answer carries the error document in the header "x-oss-err"

    Scenario: NoSuchBucket for a bucket
      Given a bucket that does not exist
      When the owner asks for the object's head
      Then the store refuses with 404 "NoSuchBucket"
      And the answer carries the error document in the header "x-oss-err"

  @HEAD-07
  Rule: HeadObject obeys the conditions of GetObject
    — HeadObject, request headers; ali-oss head() (live)

    Scenario Outline: <header> with <value> is met
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <header> | <value> |
      When the owner asks for the object's head
      Then the store answers 200

      Examples:
        | header              | value                       |
        | If-Match            | (the ETag)                  |
        | If-Match            | (the bare ETag)             |
        | If-None-Match       | foo                         |
        | If-Modified-Since   | (an hour before the upload) |
        | If-Unmodified-Since | (the time of the upload)    |

    Scenario Outline: <header> with <value> is answered with <status> and no body
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request with the headers
        | <header> | <value> |
      When the owner asks for the object's head
      Then the store answers <status>
      And the answer has no body

      Examples:
        | header              | value                              | status |
        | If-Match            | "D41D8CD98F00B204E9800998ECF8427E" | 412    |
        | If-Unmodified-Since | (an hour before the upload)        | 412    |
        | If-None-Match       | (the ETag)                         | 304    |
        | If-Modified-Since   | (the time of the upload)           | 304    |
        | If-Modified-Since   | (an hour after the upload)         | 304    |

  @HEAD-08
  Rule: GetObjectMeta answers with ETag, length and time
    — GetObjectMeta; Go SDK V2 TestGetObjectMeta (live)

    Scenario: The three headers and no body
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?objectMeta"
      When the owner asks for the object's head
      Then the store accepts and answers with
        | ETag           | (any) |
        | Content-Length | 3     |
        | Last-Modified  | (any) |
      And the answer has no body

  @HEAD-09
  Rule: GetObjectMeta may say less than HeadObject
    — GetObjectMeta, response headers

    Scenario: Metadata and type
      Given a bucket
      And the bucket holds the objects
        | name   | content | x-oss-meta-author |
        | object | abc     | alice             |
      And a request to "?objectMeta"
      When the owner asks for the object's head
      Then the header "x-oss-meta-author" is reported
      And the header "Content-Type" is reported
      And the header "x-oss-hash-crc64ecma" is reported

    Scenario: The same by GET
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      And a request to "?objectMeta"
      When the owner reads the object
      Then the answer is reported

  @HEAD-10
  Rule: A HEAD may describe a compressed object
    — PHP SDK testGetObjectMeta (live); ali-oss, issue 954

    Scenario: Text of 2 KB with Accept-Encoding gzip
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type |
        | object | (2 KB)  | text/plain   |
      And a request with the headers
        | Accept-Encoding | gzip |
      When the owner asks for the object's head
      Then the header "Content-Encoding" is reported
      And the header "Content-Length" is reported
