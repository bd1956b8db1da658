@needs:objects
Feature: Object metadata
  Metadata comes back exactly as sent: not corrected, merged or shortened.

  @META-01
  Rule: Five headers of an upload come back with the object
    — PutObject, request headers; SDK tests (live)

    Scenario Outline: <header> on GET
      Given a bucket
      And a request with the headers
        | <header> | <value> |
      When the owner uploads the object
      And the owner reads the object
      Then the store accepts and answers with
        | <header> | <value> |

      Examples:
        | header              | value                         |
        | Cache-Control       | max-age=60                    |
        | Content-Disposition | attachment; filename="a.txt"  |
        | Content-Encoding    | br                            |
        | Content-Type        | text/css                      |
        | Expires             | Thu, 01 Jan 2026 00:00:00 GMT |

    Scenario Outline: <header> on HEAD
      Given a bucket
      And a request with the headers
        | <header> | <value> |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | <header> | <value> |

      Examples:
        | header              | value                         |
        | Cache-Control       | max-age=60                    |
        | Content-Disposition | attachment; filename="a.txt"  |
        | Content-Encoding    | br                            |
        | Content-Type        | text/css                      |
        | Expires             | Thu, 01 Jan 2026 00:00:00 GMT |

  @META-02
  Rule: Stored headers are kept verbatim
    — ali-oss, Java, Ruby, C++ and C# SDK tests (live)

    Scenario Outline: <header>: <value>
      Given a bucket
      And a request with the headers
        | <header> | <value> |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | <header> | <value> |

      Examples:
        | header              | value                              |
        | Expires             | 1000000                            |
        | Expires             | 2015-10-01 00:00:00                |
        | Cache-Control       | max-age: 3600                      |
        | Content-Encoding    | myzip                              |
        | Content-Type        | text/plain; charset=gbk            |
        | Content-Disposition | attachment; filename=%E4%B8%AD.txt |

  @META-03
  Rule: Content-Encoding is only a label
    — Manage object metadata; C++ and C# SDK tests (live)

    Scenario: The bytes come back as they were stored
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Encoding |
        | object | abc     | gzip             |
      When the owner reads the object
      Then the store accepts and answers with
        | Content-Encoding | gzip |
        | Content-Length   | 3    |
      And the answer is the whole object

    Scenario: A client that takes gzip gets a labelled text as it was stored
      Given a bucket
      And the bucket holds the objects
        | name   | content | Content-Type | Content-Encoding |
        | object | (2 KB)  | text/plain   | gzip             |
      And a request with the headers
        | Accept-Encoding | gzip |
      When the owner reads the object
      Then the answer is the whole object

  @META-04
  Rule: An upload without a type gets a type from its name
    Only the type of a name without an extension is judged, because the tables of
    extensions belong to the clients.
    — Manage object metadata

    Scenario: Without an extension it is application/octet-stream
      Given a bucket
      And a request with the headers
        | Content-Type | (none) |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | Content-Type | application/octet-stream |

  @META-05
  Rule: Content-Language may be kept
    — Manage object metadata; PutObject, request headers

    Scenario: An upload in German
      Given a bucket
      And a request with the headers
        | Content-Language | de |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the header "Content-Language" is reported

  @META-06
  Rule: No other header of an upload comes back
    — PutObject, request headers

    Scenario: What belongs to the request stays with the request
      Given a bucket
      And a request with the headers
        | x-oss-forbid-overwrite     | true  |
        | x-custom                   | alice |
        | x-custom-x-oss-meta-author | alice |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-forbid-overwrite     | (none) |
        | x-custom                   | (none) |
        | x-custom-x-oss-meta-author | (none) |
        | User-Agent                 | (none) |
        | Authorization              | (none) |

  @META-07
  Rule: User metadata comes back under its name
    — PutObject, request headers; HeadObject; SDK tests (live)

    Scenario: Several at once on HEAD
      Given a bucket
      And a request with the headers
        | x-oss-meta-author    | alice |
        | x-oss-meta-year      | 2026  |
        | x-oss-meta-long-name | a b c |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-meta-author    | alice |
        | x-oss-meta-year      | 2026  |
        | x-oss-meta-long-name | a b c |

    Scenario: Several at once on GET
      Given a bucket
      And a request with the headers
        | x-oss-meta-author | alice |
        | x-oss-meta-year   | 2026  |
      When the owner uploads the object
      And the owner reads the object
      Then the store accepts and answers with
        | x-oss-meta-author | alice |
        | x-oss-meta-year   | 2026  |

    Scenario: A name that ends like a condition is only a name
      Given a bucket
      And a request with the headers
        | x-oss-meta-if-match | alice |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-meta-if-match | alice |

  @META-08
  Rule: The names of user metadata are case-insensitive
    — PutObject, request headers; Python SDK V1 test_user_meta (live)

    Scenario: A name in capitals is found in lower case
      Given a bucket
      And a request with the headers
        | X-Oss-Meta-Key2 | value |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-meta-key2 | value |

  @META-09
  Rule: The values of user metadata are bytes
    An error-code page allows letters, digits and hyphens only; live tests store
    anything.
    — Python SDK V1 test_put_object_with_unicode_header, ali-oss, Go SDK V2 (live); ali-oss, issue 266

    Scenario Outline: <value> comes back as it is
      Given a bucket
      And a request with the headers
        | x-oss-meta-title | <value> |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-meta-title | <value> |

      Examples:
        | value           |
        | 中文              |
        | %E4%B8%AD       |
        | a=b; c="d", e+f |
        | =?UTF-8?Q?a?=   |

    Scenario: 中文 comes back as it is with the bytes of the object, too
      Given a bucket
      And a request with the headers
        | x-oss-meta-title | 中文 |
      When the owner uploads the object
      And the owner reads the object
      Then the store accepts and answers with
        | x-oss-meta-title | 中文 |

  @META-10
  Rule: A name of user metadata has letters, digits and hyphens only
    Such a header is lost before the signature is checked, so that the real outcome
    is a refusal; an answer of 200 without it is tolerated.
    — PutObject, request headers; error code 0011-00000004; Java SDK, issue 225

    Scenario: An underscore is not stored
      Given a bucket
      And a request with the headers
        | x-oss-meta-a_b | alice |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the answer does not carry the header "x-oss-meta-a_b"

    Scenario: A name with an underscore is not stored under one with a hyphen
      Given a bucket
      And a request with the headers
        | x-oss-meta-a_b | alice |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the answer does not carry the header "x-oss-meta-a-b"

  @META-11
  Rule: User metadata has at most 8 KB
    — PutObject, request headers; error code 0011-00000002

    Scenario: 7 KB come back whole
      Given a bucket
      And a request with the headers
        | x-oss-meta-a | (4 KB) |
        | x-oss-meta-b | (3 KB) |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-meta-a | (4 KB) |
        | x-oss-meta-b | (3 KB) |

    Scenario: 9 KB are refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-meta-a | (5 KB) |
        | x-oss-meta-b | (4 KB) |
      When the owner uploads the object
      Then the store refuses
      And nothing in the bucket has changed

  @META-12
  Rule: The ETag of an upload is its MD5 in double quotes
    — PutObject, response headers; Python SDK V1 test_get_object_meta (live)

    Scenario: In the answer to the upload
      Given a bucket
      When the owner uploads the object
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5 in double quotes) |

    Scenario: On HEAD
      Given a bucket
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5 in double quotes) |

    Scenario: On GET
      Given a bucket
      When the owner uploads the object
      And the owner reads the object
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5 in double quotes) |

  @META-13
  Rule: Last-Modified is the time of the last upload
    — Python SDK V1 test_last_modified_time (live)

    Scenario: A new object was changed now
      Given a bucket
      When the owner uploads the object
      Then the store accepts
      And the object was last modified at the time of its upload

    Scenario: A replaced object was changed later than the old one
      Given a bucket
      And the bucket holds the objects
        | name   | content | age         |
        | object | abc     | two seconds |
      When the owner uploads the object
      Then the store accepts
      And the object was last modified later than before

  @META-14
  Rule: The storage class of an object is Standard by default
    — HeadObject, response headers; Go SDK V2 TestHeadObject (live)

    Scenario: The class is asked for
      Given a bucket
      And a request with the headers
        | x-oss-storage-class | Standard |
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-storage-class | Standard |

    Scenario: The class is that of the bucket
      Given a bucket
      When the owner uploads the object
      And the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-storage-class | Standard |

  @META-15
  Rule: A storage class that does not exist is refused
    — PutObject, CopyObject and AppendObject, error codes; error code 0017-00000132

    Scenario: PutObject stores nothing
      Given a bucket
      And a request with the headers
        | x-oss-storage-class | test |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

    @needs:copy
    Scenario: CopyObject copies nothing
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request with the headers
        | x-oss-storage-class | test |
      When the owner copies "a" to "b"
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

    @needs:append
    Scenario: AppendObject creates nothing
      Given a bucket
      And a request with the headers
        | x-oss-storage-class | test |
      When the owner appends "abc" at 0
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

  @META-16
  Rule: An object has the ACL that its upload asks for
    — PutObject, x-oss-object-acl; Python SDK V2 test_object_basic (live)

    Scenario Outline: With <acl> it is <acl>
      Given a bucket
      And a request with the headers
        | x-oss-object-acl | <acl> |
      When the owner uploads the object
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant><acl></Grant></AccessControlList>
        </AccessControlPolicy>
        """

      Examples:
        | acl     |
        | private |
        | default |

    Scenario: Without the header it is default
      Given a bucket
      When the owner uploads the object
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant>default</Grant></AccessControlList>
        </AccessControlPolicy>
        """

    @needs:append
    Scenario: AppendObject takes the header too
      Given a bucket
      And a request with the headers
        | x-oss-object-acl | private |
      When the owner appends "abc" at 0
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant>private</Grant></AccessControlList>
        </AccessControlPolicy>
        """

    @needs:copy
    Scenario: CopyObject takes the header too
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request with the headers
        | x-oss-object-acl | private |
      When the owner copies "a" to "b"
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant>private</Grant></AccessControlList>
        </AccessControlPolicy>
        """

  @META-17
  Rule: An ACL that does not exist is refused
    — AppendObject, error codes; error code 0017-00000104

    Scenario: Nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-object-acl | public |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

    Scenario: The old object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | old     |
      And a request with the headers
        | x-oss-object-acl | public |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidArgument"
      And nothing in the bucket has changed

  @META-18
  Rule: A header of user metadata that comes twice is answered in one of several ways
    — no source

    Scenario: Two values under one name
      Given a bucket
      And a request with the headers
        | x-oss-meta-author | alice |
        | x-oss-meta-author | bob   |
      When the owner uploads the object
      Then what the store did with the metadata is reported
