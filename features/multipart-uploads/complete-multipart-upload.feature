@needs:objects
@needs:multipart
Feature: CompleteMultipartUpload
  The completion lists parts, and the object consists of them. A completion that is
  refused changes nothing and can be repeated.

  @MPU-29
  Rule: A completion may be written as the clients write it
    — CompleteMultipartUpload, request elements

    Scenario Outline: <what>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload>
          <Part><PartNumber>1</PartNumber><ETag><written></ETag></Part>
        </CompleteMultipartUpload>
        """
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

      Examples:
        | what                                         | written                               |
        | With quotes, as the Python and C# SDKs write | "(the bare ETag of part 1)"           |
        | With &quot;, as the Java SDK writes          | &quot;(the bare ETag of part 1)&quot; |
        | With &#34;, as the Go SDK writes             | &#34;(the bare ETag of part 1)&#34;   |
        | Without quotes, as the C++ SDK writes        | (the bare ETag of part 1)             |

    Scenario: With a declaration, a namespace and the ETag first
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """xml
        <?xml version="1.0" encoding="UTF-8"?>
        <CompleteMultipartUpload xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com">
          <Part><ETag>(the ETag of part 1)</ETag><PartNumber>1</PartNumber></Part>
        </CompleteMultipartUpload>
        """
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

    Scenario Outline: With the Content-Type <type>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And a request with the headers
        | Content-Type | <type> |
      When the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

      Examples:
        | type                     |
        | (none)                   |
        | application/octet-stream |

  @MPU-30
  Rule: The answer to a completion describes the object
    — CompleteMultipartUpload, response elements

    Scenario: Place, bucket, name and ETag
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <CompleteMultipartUploadResult>
          <Location>(any)</Location>
          <Bucket>(the bucket)</Bucket>
          <Key>object</Key>
          <ETag>(an ETag in double quotes)</ETag>
        </CompleteMultipartUploadResult>
        """

    Scenario: With encoding-type the name is percent-encoded
      Given a bucket
      And the bucket holds the multipart uploads
        | name | 1   |
        | 中    | abc |
      And a request to "?uploadId=…&encoding-type=url"
      When the owner completes the multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <CompleteMultipartUploadResult>
          <EncodingType>url</EncodingType>
          <Key>%E4%B8%AD</Key>
        </CompleteMultipartUploadResult>
        """

    Scenario: Without encoding-type the name is as it is
      Given a bucket
      And the bucket holds the multipart uploads
        | name | 1   |
        | a b  | abc |
      When the owner completes the multipart upload
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <CompleteMultipartUploadResult>
          <Key>a b</Key>
        </CompleteMultipartUploadResult>
        """

  @MPU-63
  Rule: The answer to a completion has the URL of the object
    — CompleteMultipartUpload, response elements; Java SDK UploadPartTest (live)

    Scenario: With bucket and name
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store answers 200
      And the answer names the URL of the object as its Location

  @MPU-31
  Rule: The object consists of the listed parts
    — CompleteMultipartUpload, notes; Java SDK testNormalCompleteMultipartUpload (live)

    Scenario: Parts with gaps between their numbers
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 5              | 8    |
        | object | (102401 bytes) | (102402 bytes) | tail |
      When the owner completes the multipart upload with the parts "1, 5, 8"
      Then the store accepts
      And the object consists of the parts "1, 5, 8"

    Scenario: An uploaded part that is not listed is not in the object
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 2   |
        | object | one | two |
      When the owner completes the multipart upload with the parts "2"
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | two     |
      And no multipart upload is in progress

  @MPU-32
  Rule: A listed part must be an uploaded one
    — HTTP 400 status code; Java SDK testUnormalCompleteMultipartUpload (live)

    Scenario Outline: <what>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload>
          <Part><PartNumber><number></PartNumber><ETag><written></ETag></Part>
        </CompleteMultipartUpload>
        """
      Then the store refuses with 400 "InvalidPart"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | what                             | number | written                            |
        | With another ETag it is refused  | 1      | "F97C5D29941BFB1B2FDAB0874906AB82" |
        | A part never uploaded is refused | 2      | (the ETag of part 1)               |

  @MPU-33
  Rule: The parts must be listed in ascending order
    — HTTP 400 status code; error code 0042-00000209

    Scenario Outline: The parts <parts> are refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 5              | 8              |
        | object | (102401 bytes) | (102401 bytes) | (102401 bytes) |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload with the parts "<parts>"
      Then the store refuses with 400 "InvalidPartOrder"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | parts   |
        | 5, 1    |
        | 5, 1, 8 |

  @MPU-34
  Rule: A listed part number that no part can have
    — HTTP 400 status code; error code 0017-00000220

    Scenario Outline: Part <number>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload>
          <Part><PartNumber><number></PartNumber><ETag>(the ETag of part 1)</ETag></Part>
        </CompleteMultipartUpload>
        """
      Then the answer is reported

      Examples:
        | number |
        | 0      |
        | 10001  |

  @MPU-35
  Rule: Every part but the last has at least 100 KB
    — CompleteMultipartUpload, notes; error code 0042-00000213

    Scenario: 99,999 bytes in front of another part are refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1             | 2    |
        | object | (99999 bytes) | tail |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload
      Then the store refuses
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

    Scenario: As the last of those listed they are accepted
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1             | 2    |
        | object | (99999 bytes) | tail |
      When the owner completes the multipart upload with the parts "1"
      Then the store accepts
      And the object consists of the parts "1"

  @MPU-60
  Rule: A part that is too small is answered EntityTooSmall
    — HTTP 400 status code; Java SDK UploadPartCopyTest (live)

    Scenario: 13 bytes in front of another part
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1             | 2    |
        | object | thirteen byte | tail |
      When the owner completes the multipart upload
      Then the store refuses with 400 "EntityTooSmall"
      And the multipart uploads are unchanged

  @MPU-36
  Rule: 100 KB are 102,400 bytes, and enough
    — CompleteMultipartUpload and UploadPart, notes; C++ SDK MultipartUploadTest (live)

    Scenario: Two parts of 102,400 bytes are accepted
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 2              |
        | object | (102400 bytes) | (102400 bytes) |
      When the owner completes the multipart upload
      Then the store accepts
      And the object consists of the parts "1, 2"

    Scenario: 102,399 bytes in front of another part are refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 2    |
        | object | (102399 bytes) | tail |
      When the owner completes the multipart upload
      Then the store refuses
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

  @MPU-37
  Rule: The ETag of an object of several parts
    — CompleteMultipartUpload; Java SDK calcMultipartsETag (live)

    Scenario: Of two parts
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 2    |
        | object | (102401 bytes) | tail |
      When the owner completes the multipart upload
      And the owner asks for the object's head
      Then the header "ETag" is reported

  @MPU-38
  Rule: The ETag of a completed object is the same everywhere
    — CompleteMultipartUpload, response elements; Java SDK UploadPartTest (live)

    Scenario: The document of the completion names that of HeadObject
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store answers 200
      And the answer names the ETag that HeadObject shows

    Scenario: GetObject shows that of HeadObject
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      And the owner reads the object
      Then the store answers 200
      And the answer has the ETag that HeadObject shows

    Scenario: The listing names that of HeadObject
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      And the owner lists the objects
      Then the store answers 200
      And the answer names the ETag that HeadObject shows

  @MPU-59
  Rule: The headers of the answer to a completion are those of the object
    — ali-oss, Python SDK V1 test_multipart (live)

    Scenario: The ETag is that of the document
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store accepts
      And the answer has the ETag that its body names

    Scenario: The CRC-64 is that of the object
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | 3231342946509354535 |

  @MPU-39
  Rule: A completion may take all parts
    — CompleteMultipartUpload, request headers; Java SDK UploadPartTest (live)

    Scenario: The object consists of every part, in the order of the numbers
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1              | 3    |
        | object | (102401 bytes) | tail |
      And a request with the headers
        | x-oss-complete-all | yes |
      When the owner completes the multipart upload by
        """xml

        """
      Then the store answers 200
      And the object consists of the parts "1, 3"
      And no multipart upload is in progress

    Scenario: In the order of the numbers, whichever part was sent first
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 3    | 1              |
        | object | tail | (102401 bytes) |
      And a request with the headers
        | x-oss-complete-all | yes |
      When the owner completes the multipart upload by
        """xml

        """
      Then the store answers 200
      And the object consists of the parts "1, 3"

    Scenario: The answer is that to a list of parts
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And a request with the headers
        | x-oss-complete-all | yes |
      When the owner completes the multipart upload by
        """xml

        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <CompleteMultipartUploadResult>
          <Bucket>(the bucket)</Bucket>
          <Key>object</Key>
          <ETag>(an ETag in double quotes)</ETag>
        </CompleteMultipartUploadResult>
        """

  @MPU-40
  Rule: A completion takes all parts or lists them
    — CompleteMultipartUpload; error code 0042-00000216

    Scenario: With both it is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-complete-all | yes |
      When the owner completes the multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

    Scenario: With a list in chunks it is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-complete-all | yes |
      And a request whose body comes in chunks
      When the owner completes the multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

  @MPU-41
  Rule: A completion without parts
    — Java SDK testNormalUploadWithEmptyPart, PHP SDK tests (live)

    Scenario: An empty list
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload></CompleteMultipartUpload>
        """
      Then the answer is reported

  @MPU-42
  Rule: A completion that cannot be read is refused
    — HTTP 400 status code; CompleteMultipartUpload, request headers

    Scenario Outline: <what> is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload by
        """
        <document>
        """
      Then the store refuses with 400 "MalformedXML" or "InvalidXMLFormat"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | what                      | document                                                 |
        | Text                      | abc                                                      |
        | A list that does not end  | <CompleteMultipartUpload><Part>                          |
        | A tag that does not close | <CompleteMultipartUpload><Part</CompleteMultipartUpload> |

    Scenario Outline: A part without its <element> is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload><Part><rest></Part></CompleteMultipartUpload>
        """
      Then the store answers 400
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | element | rest                              |
        | number  | <ETag>(the ETag of part 1)</ETag> |
        | ETag    | <PartNumber>1</PartNumber>        |

    Scenario: With the MD5 of other bytes it is refused
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner completes the multipart upload
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

    Scenario: With the MD5 of its bytes it is accepted
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And a request with the headers
        | Content-MD5 | (the body's MD5) |
      When the owner completes the multipart upload
      Then the store accepts

  @MPU-43
  Rule: After a refused completion the upload can be completed
    — Java SDK UploadPartTest (live)

    Scenario Outline: After the parts <parts> were refused, because <why>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 2   |
        | object | one | two |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      When the owner completes the multipart upload with the parts "<parts>"
      And the owner completes the multipart upload with the parts "2"
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | two     |

      Examples:
        | parts | why                        |
        | 1, 2  | the first one is too small |
        | 2, 1  | they are in another order  |

    Scenario: After a completion with another ETag
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """xml
        <CompleteMultipartUpload>
          <Part><PartNumber>1</PartNumber><ETag>"F97C5D29941BFB1B2FDAB0874906AB82"</ETag></Part>
        </CompleteMultipartUpload>
        """
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

    Scenario: After a completion that cannot be read
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload by
        """
        <CompleteMultipartUpload><Part>
        """
      And the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

  @MPU-44
  Rule: A completion that must not overwrite is refused if the object exists
    — CompleteMultipartUpload, request headers; error code 0042-00000214

    Scenario: The object stays
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | new |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner completes the multipart upload
      Then the store refuses with 409 "FileAlreadyExists"
      And nothing in the bucket has changed

    Scenario: A completion that may overwrite replaces it
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | new |
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | false |
      When the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | new     |

    Scenario: A new object is created
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | new |
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner completes the multipart upload
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | new     |

  @MPU-45
  Rule: A completed upload has ended
    — CompleteMultipartUpload; HTTP 404 status code

    Scenario Outline: The owner <call>, and the object stays
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      And the owner <call>
      Then the store refuses with 404 "NoSuchUpload"
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

      Examples:
        | call                           |
        | uploads "new" as part 1        |
        | lists the parts                |
        | completes the multipart upload |
        | aborts the multipart upload    |

    Scenario: It is no longer listed
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      When the owner completes the multipart upload
      Then the store accepts
      And no multipart upload is in progress

  @MPU-46
  Rule: The completion of an unknown upload is refused
    — HTTP 404 status code; C++ SDK MultipartUploadTest (live)

    Scenario Outline: "<id>" is the id of no upload
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And a request to "?uploadId=<id>"
      When the owner completes the multipart upload
      Then the store refuses with 404 "NoSuchUpload"
      And nothing in the bucket has changed
      And the multipart uploads are unchanged

      Examples:
        | id                               |
        | 0004B9894A22E5B1888A1E29F8236E2D |
        | unknown                          |
