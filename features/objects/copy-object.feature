@needs:objects
@needs:copy
Feature: CopyObject
  The store copies an object on its own; the request chooses what the copy takes
  over in addition to the bytes.

  @CPY-01
  Rule: A copy has the bytes of its source, and the source stays
    — CopyObject; Go SDK V1 TestCopyObjectToOrFrom (live)

    Scenario: Within a bucket
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | a    | one     |
        | b    | one     |

    Scenario: From another bucket of the same owner
      Given another bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a bucket
      And a request with the headers
        | x-oss-copy-source | /(the other bucket)/a |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | b    | one     |

  @CPY-02
  Rule: The name of the source is percent-encoded
    — Python SDK V1 test_copy_object_source_with_escape, ali-oss copy() (live)

    Scenario Outline: "<name>" written as <written> is found
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | <name> | one     |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)/<written> |
      When the owner copies "source" to "target"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name   | content |
        | <name> | one     |
        | target | one     |

      Examples:
        | name  | written   |
        | a/b   | a%2Fb     |
        | a/c   | a/c       |
        | a b   | a%20b     |
        | a+b   | a%2Bb     |
        | a%b   | a%25b     |
        | a?b#c | a%3Fb%23c |
        | a&b   | a%26b     |
        | 中     | %E4%B8%AD |

  @CPY-03
  Rule: The answer to a copy is a document with ETag and time
    The element table and an old example have another date.
    — CopyObject, examples; PHP SDK testObject (live)

    Scenario: The ETag is in quotes and the time is ISO 8601
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      When the owner copies "a" to "b"
      Then the store accepts and answers with
        | Content-Type | application/xml |
      And the answer is XML of the shape
        """xml
        <CopyObjectResult>
          <ETag>(an ETag in double quotes)</ETag>
          <LastModified>(a time)</LastModified>
        </CopyObjectResult>
        """

  @CPY-18
  Rule: The answer to a copy has no namespace
    An old example has one, which some clients cannot read.
    — CopyObject, examples

    Scenario: No element of the answer is in a namespace
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      When the owner copies "a" to "b"
      Then the store accepts
      And the answer has no namespace

  @CPY-04
  Rule: The answer to a copy agrees with the copy
    — CopyObject, examples; Go SDK V2 TestCopyObject (live)

    Scenario: The ETag of the answer's body is that of its header
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      When the owner copies "a" to "b"
      Then the store accepts
      And the answer has the ETag that its body names

    Scenario: The ETag of the answer is that of the copy
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      When the owner copies "a" to "b"
      Then the store accepts
      And the answer has the ETag that HeadObject shows

    Scenario: A CRC-64, where there is one, is that of the bytes
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | abc     |
      When the owner copies "a" to "b"
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | (none or 3231342946509354535) |

  @CPY-05
  Rule: A copy takes the metadata of its source
    — CopyObject, x-oss-metadata-directive; C++ SDK ObjectCopyNewObjectWithSrcMeta (live)

    Scenario: Type, stored headers and user metadata are taken over
      Given a bucket
      And the bucket holds the objects
        | name | content | Content-Type | Cache-Control | x-oss-meta-author |
        | a    | one     | text/css     | no-cache      | alice             |
      When the owner copies "a" to "b"
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content | Content-Type | Cache-Control | x-oss-meta-author |
        | a    | one     | text/css     | no-cache      | alice             |
        | b    | one     | text/css     | no-cache      | alice             |

    Scenario: They are taken over into another bucket under the same name
      Given another bucket
      And the bucket holds an object with the headers
        | Cache-Control     | no-cache |
        | x-oss-meta-author | alice    |
      And a bucket
      When the owner copies the object from the other bucket
      Then the store accepts
      And the object's head carries
        | Cache-Control     | no-cache |
        | x-oss-meta-author | alice    |

  @CPY-06
  Rule: Under COPY the metadata of the request is ignored
    — CopyObject, x-oss-metadata-directive; C++ SDK ObjectCopyNewObjectNotCreateNewMetaCopy (live)

    Scenario: The copy has the metadata of its source
      Given a bucket
      And the bucket holds the objects
        | name | content | Content-Type | x-oss-meta-author |
        | a    | one     | text/css     | alice             |
      And a request with the headers
        | x-oss-metadata-directive | COPY       |
        | x-oss-meta-author        | bob        |
        | x-oss-meta-year          | 2026       |
        | Content-Type             | text/plain |
      When the owner copies "a" to "b"
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content | Content-Type | x-oss-meta-author | x-oss-meta-year |
        | a    | one     | text/css     | alice             | (none)          |
        | b    | one     | text/css     | alice             | (none)          |

  @CPY-07
  Rule: Under REPLACE only the metadata of the request counts
    — CopyObject, x-oss-metadata-directive; ali-oss copy(), set other meta (live)

    Scenario: Nothing of the source's metadata is left
      Given a bucket
      And the bucket holds the objects
        | name | content | Content-Type | Cache-Control | x-oss-meta-author |
        | a    | one     | text/css     | no-cache      | alice             |
      And a request with the headers
        | x-oss-metadata-directive | REPLACE    |
        | x-oss-meta-year          | 2026       |
        | Content-Type             | text/plain |
      When the owner copies "a" to "b"
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content | Content-Type | Cache-Control | x-oss-meta-author | x-oss-meta-year |
        | a    | one     | text/css     | no-cache      | alice             | (none)          |
        | b    | one     | text/plain   | (none)        | (none)            | 2026            |

  @CPY-08
  Rule: A copy onto itself keeps the bytes and takes the metadata of the request
    — CopyObject, notes; AppendObject, relation to other operations; C++ SDK ObjectCopySameObjectMetaCopy (live)

    Scenario Outline: With the directive <directive>
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | a    | one     | alice             |
      And a request with the headers
        | x-oss-metadata-directive | <directive> |
        | x-oss-meta-author        | bob         |
      When the owner copies "a" to "a"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content | x-oss-meta-author |
        | a    | one     | bob               |

      Examples:
        | directive |
        | COPY      |
        | REPLACE   |

    Scenario: Without a directive
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | a    | one     | alice             |
      And a request with the headers
        | x-oss-meta-author | bob |
      When the owner copies "a" to "a"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content | x-oss-meta-author |
        | a    | one     | bob               |

    @needs:append
    Scenario: An appendable object keeps its bytes, too
      Given a bucket
      And the bucket holds the objects
        | name | content | type       | x-oss-meta-author |
        | a    | one     | Appendable | alice             |
      And a request with the headers
        | x-oss-meta-author | bob |
      When the owner copies "a" to "a"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content | x-oss-meta-author |
        | a    | one     | bob               |

  @CPY-09
  Rule: A copy onto itself without metadata removes the metadata
    A call that looks harmless and loses data.
    — C# SDK ModifyObjectMetaWithToEmpty (live)

    Scenario: Neither user metadata nor stored headers are left
      Given a bucket
      And the bucket holds the objects
        | name | content | Cache-Control | x-oss-meta-author |
        | a    | one     | no-cache      | alice             |
      When the owner copies "a" to "a"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content | Cache-Control | x-oss-meta-author |
        | a    | one     | (none)        | (none)            |

  @CPY-10
  Rule: A copy from or to something that does not exist is refused
    — HTTP 404 status code; Go SDK V2 TestCopyObject (live)

    Scenario: The object is missing and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | b    | old     | alice             |
      When the owner copies "a" to "b"
      Then the store refuses with 404 "NoSuchKey"
      And nothing in the bucket has changed

    Scenario: A condition does not hide that the object is missing
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | b    | old     | alice             |
      And a request with the headers
        | x-oss-copy-source-if-match | "D41D8CD98F00B204E9800998ECF8427E" |
      When the owner copies "a" to "b"
      Then the store refuses with 404 "NoSuchKey"
      And nothing in the bucket has changed

    Scenario: The bucket of the source is missing and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | b    | old     | alice             |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)-2/a |
      When the owner copies "a" to "b"
      Then the store refuses with 404 "NoSuchBucket"
      And nothing in the bucket has changed

    Scenario: The bucket of the target is missing and is not created
      Given another bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a bucket that does not exist
      And a request with the headers
        | x-oss-copy-source | /(the other bucket)/a |
      When the owner copies "a" to "b"
      Then the store refuses with 404 "NoSuchBucket"
      And the bucket still does not exist

  @CPY-11
  Rule: A failed precondition on the source gives 412
    — CopyObject, request headers; ali-oss copy() (live)

    Scenario Outline: <header> fails and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | a    | new     | bob               |
        | b    | old     | alice             |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      When the owner copies "a" to "b"
      Then the store refuses with 412 "PreconditionFailed"
      And nothing in the bucket has changed

      Examples:
        | header              | value                              |
        | if-match            | "D41D8CD98F00B204E9800998ECF8427E" |
        | if-unmodified-since | (an hour before the upload)        |

  @CPY-12
  Rule: An unchanged source gives 304
    — CopyObject, request headers; C++ SDK ObjectCopyETagNotMatch (live)

    Scenario Outline: <header> with <value> is not met and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-meta-author |
        | a    | new     | bob               |
        | b    | old     | alice             |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      When the owner copies "a" to "b"
      Then the store answers 304
      And the answer has no body
      And nothing in the bucket has changed

      Examples:
        | header            | value                      |
        | if-none-match     | (the ETag)                 |
        | if-none-match     | (the bare ETag)            |
        | if-modified-since | (the time of the upload)   |
        | if-modified-since | (an hour after the upload) |

  @CPY-13
  Rule: A copy whose condition is met succeeds
    — CopyObject, 2018 page; ali-oss copy() (live)

    Scenario Outline: <header> with <value>
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-copy-source-<header> | <value> |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | a    | new     |
        | b    | new     |

      Examples:
        | header              | value                              |
        | if-match            | (the ETag)                         |
        | if-match            | (the bare ETag)                    |
        | if-none-match       | "D41D8CD98F00B204E9800998ECF8427E" |
        | if-modified-since   | (an hour before the upload)        |
        | if-unmodified-since | (the time of the upload)           |

    Scenario: The header without its prefix may be sent too, as a client does
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-copy-source-if-match | (the ETag) |
        | If-Match                   | (the ETag) |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | a    | new     |
        | b    | new     |

  @CPY-14
  Rule: A copy replaces its target unless x-oss-forbid-overwrite protects it
    — CopyObject, request headers; Go SDK V1 TestCopyObjectWithForbidOverWrite (live)

    Scenario: Without the header the old target is replaced
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | a    | new     |
        | b    | new     |

    Scenario: With false the old target is replaced
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | false |
      When the owner copies "a" to "b"
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | a    | new     |
        | b    | new     |

    Scenario: With true the copy is refused and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-forbid-overwrite | true |
      When the owner copies "a" to "b"
      Then the store refuses with 409 "FileAlreadyExists"
      And nothing in the bucket has changed

  @CPY-15
  Rule: A copy does not take the ACL of its source
    — Go SDK V1 TestCopyObject (live); CopyObject, x-oss-object-acl

    Scenario: A private source has a copy with the default ACL
      Given a bucket
      And the bucket holds the objects
        | name | content | x-oss-object-acl |
        | a    | one     | private          |
      When the owner copies "a" to "b"
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant>default</Grant></AccessControlList>
        </AccessControlPolicy>
        """

  @CPY-16
  Rule: A copy source that names no object is refused
    — HTTP 400 status code; error codes 0016-00000304 and 0016-00000305

    Scenario Outline: "<source>" is refused and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-copy-source | <source> |
      When the owner copies "a" to "b"
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

      Examples:
        | source         |
        |                |
        | /              |
        | /(the bucket)  |
        | /(the bucket)/ |

    Scenario: A name that is not UTF-8 is refused and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)/%FF |
      When the owner copies "a" to "b"
      Then the store refuses
      And nothing in the bucket has changed

    Scenario: A source with an unknown parameter is refused and the old target stays
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | new     |
        | b    | old     |
      And a request with the headers
        | x-oss-copy-source | /(the bucket)/a?unknown=xxx |
      When the owner copies "a" to "b"
      Then the store refuses
      And nothing in the bucket has changed

  @CPY-17
  @needs:append
  Rule: An appendable object may or may not be copied
    — CopyObject, 2018, 2021 and 2025 pages; AppendObject; Java SDK tests (live)

    Scenario: To another name
      Given a bucket
      And the bucket holds the objects
        | name | content | type       |
        | a    | one     | Appendable |
      When the owner copies "a" to "b"
      Then the answer is reported
      And what the bucket holds is reported
