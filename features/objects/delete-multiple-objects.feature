@needs:objects
Feature: DeleteMultipleObjects
  One request deletes up to 1,000 named objects, or none if the request is wrong.

  @DMO-01
  Rule: A POST to ?delete deletes the objects that its body names
    — DeleteMultipleObjects, request syntax

    Scenario Outline: <target> deletes
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
      And a request to "<target>"
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

      Examples:
        | target   |
        | ?delete  |
        | ?delete= |

  @DMO-02
  Rule: The answer names every object that was deleted
    — DeleteMultipleObjects, Quiet; SDK tests (live)

    Scenario: With Quiet false both names come back
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
        | c    | three   |
      When the owner deletes in one request
        """xml
        <Delete><Quiet>false</Quiet><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult>
          <Deleted><Key>a</Key></Deleted>
          <Deleted><Key>b</Key></Deleted>
        </DeleteResult>
        """
      And the bucket holds exactly the objects
        | name | content |
        | c    | three   |

    Scenario: Without Quiet it is the same
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult><Deleted><Key>a</Key></Deleted></DeleteResult>
        """
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

  @DMO-03
  Rule: An object that does not exist counts as deleted
    — DeleteMultipleObjects, 2018 page; Java SDK testDeleleNonexistentObjects (live)

    Scenario: Its name comes back like the others
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object><Object><Key>nothing</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult>
          <Deleted><Key>a</Key></Deleted>
          <Deleted><Key>nothing</Key></Deleted>
        </DeleteResult>
        """

  @DMO-04
  Rule: A quiet deletion names nothing
    The example has an empty body; a document without names is tolerated.
    — DeleteMultipleObjects, example with Quiet; SDK tests (live)

    Scenario: The objects are gone and not named
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
      When the owner deletes in one request
        """xml
        <Delete><Quiet>true</Quiet><Object><Key>a</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer has no body or an empty document
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

  @DMO-05
  Rule: The names come back in the order of the request
    — ali-oss deleteMulti(), Ruby SDK test_batch_delete (live)

    Scenario: Three names that are not in alphabetical order
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
        | c    | three   |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>b</Key></Object><Object><Key>c</Key></Object><Object><Key>a</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <DeleteResult>
          <Deleted><Key>b</Key></Deleted>
          <Deleted><Key>c</Key></Deleted>
          <Deleted><Key>a</Key></Deleted>
        </DeleteResult>
        """

  @DMO-06
  Rule: With encoding-type the names of the answer are percent-encoded
    The page lists encoding-type among the headers, an older one among the
    parameters; clients send both.
    — DeleteMultipleObjects, request headers; SDK tests (live)

    Scenario: encoding-type in the query
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | 中    | one     |
      And a request to "?delete&encoding-type=url"
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>中</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult>
          <EncodingType>url</EncodingType>
          <Deleted><Key>%E4%B8%AD</Key></Deleted>
        </DeleteResult>
        """
      And the object does not exist

    Scenario: encoding-type as a header
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | 中    | one     |
      And a request with the headers
        | encoding-type | url |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>中</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult>
          <EncodingType>url</EncodingType>
          <Deleted><Key>%E4%B8%AD</Key></Deleted>
        </DeleteResult>
        """
      And the object does not exist

  @DMO-07
  Rule: Without encoding-type the names of the answer are XML text
    — DeleteMultipleObjects; Go and Python SDK V1 tests (live)

    Scenario Outline: "<name>" comes back as it is
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | <name> | one     |
        | b      | two     |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key><written></Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult><Deleted><Key><written></Key></Deleted></DeleteResult>
        """
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

      Examples:
        | name    | written       |
        | a&b     | a&amp;b       |
        | a&c     | a&#38;c       |
        | <hello> | &lt;hello&gt; |
        | 中国人     | 中国人           |
        | a%41    | a%41          |

  @DMO-08
  Rule: Names with control characters can be deleted
    XML 1.0 does not allow them; clients send them anyway, as bytes or as
    references.
    — Go SDK V1 TestDeleteObjectsNormal, C++ SDK, Python SDK V1 test_chinese (live)

    Scenario Outline: <what>
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | <name> | one     |
        | b      | two     |
      And a request to "?delete&encoding-type=url"
      When the owner deletes in one request
        """xml
        <Delete><Object><Key><written></Key></Object></Delete>
        """
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

      Examples:
        | what                                 | name     | written  |
        | A form feed as a byte                | a(0x0c)c | a(0x0c)c |
        | A form feed by reference             | a(0x0c)c | a&#x0C;c |
        | The byte 1                           | a(0x01)c | a(0x01)c |
        | The byte 1 by reference              | a(0x01)c | a&#x01;c |
        | The byte 31 by reference             | a(0x1f)c | a&#x1F;c |
        | A form feed by its decimal reference | a(0x0c)c | a&#12;c  |

  @DMO-09
  Rule: A name with an escape may or may not be decoded
    — Error code 0016-00000614; SDK tests (live)

    Scenario: a%3Db.data
      Given a bucket
      And the bucket holds the objects
        | name       | content |
        | a=b.data   | one     |
        | a%3Db.data | two     |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a%3Db.data</Key></Object></Delete>
        """
      Then the answer is reported
      And what the bucket holds is reported

  @DMO-10
  Rule: A body that does not match its Content-MD5 deletes nothing
    — DeleteMultipleObjects, request headers

    Scenario: The MD5 of another body is refused
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed

  @DMO-11
  Rule: A body without Content-MD5 deletes nothing
    — DeleteMultipleObjects, request headers; error code 0016-00000606

    Scenario: The request is refused
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request with the headers
        | Content-MD5 | (none) |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store refuses
      And nothing in the bucket has changed

  @DMO-12
  Rule: One request names at most 1,000 objects
    — DeleteMultipleObjects; error code 0016-00000609

    Scenario: 1,000 are deleted
      Given a bucket
      And the bucket holds the objects
        | name  | content |
        | a1    | one     |
        | a1000 | two     |
        | b     | three   |
      When the owner deletes in one request
        """xml
        <Delete><Quiet>true</Quiet>(1000 objects)</Delete>
        """
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | b    | three   |

    Scenario: 1,001 are refused and none is deleted
      Given a bucket
      And the bucket holds the objects
        | name  | content |
        | a1    | one     |
        | a1001 | two     |
      When the owner deletes in one request
        """xml
        <Delete><Quiet>true</Quiet>(1001 objects)</Delete>
        """
      Then the store refuses with 400 "MalformedXML"
      And nothing in the bucket has changed

  @DMO-13
  Rule: The body has at most 2 MB
    — DeleteMultipleObjects

    Scenario: 1.9 MB are read
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | b    | two     |
      And a request whose body is padded with spaces to 1.9 MB
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store answers 200
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |

    Scenario: 2.2 MB are refused and nothing is deleted
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request whose body is padded with spaces to 2.2 MB
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store refuses with 400 "MalformedXML"
      And nothing in the bucket has changed

  @DMO-14
  Rule: A body that is not a Delete document deletes nothing
    — HTTP 400 status code; error codes 0016-00000607 and 0016-00000608

    Scenario Outline: <what> is refused
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      When the owner deletes in one request
        """xml
        <body>
        """
      Then the store refuses with 400 "MalformedXML"
      And nothing in the bucket has changed

      Examples:
        | what                          | body                                                                  |
        | A document that is not closed | <Delete><Object><Key>a</Key></Object>                                 |
        | A fault behind the first name | <Delete><Object><Key>a</Key></Object><Object><Key>b</Object></Delete> |
        | Another root                  | <Remove><Object><Key>a</Key></Object></Remove>                        |
        | Text that is no XML           | a                                                                     |

  @DMO-15
  Rule: A Delete document with an invalid part deletes nothing
    — Error codes 0016-00000610, 0016-00000611, 0016-00000613 and 0016-00000615

    Scenario Outline: <what> is refused
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      When the owner deletes in one request
        """xml
        <body>
        """
      Then the store refuses
      And nothing in the bucket has changed

      Examples:
        | what                    | body                                                                       |
        | No Object               | <Delete><Quiet>false</Quiet></Delete>                                      |
        | An Object without a Key | <Delete><Object><Key>a</Key></Object><Object></Object></Delete>            |
        | An empty Key            | <Delete><Object><Key>a</Key></Object><Object><Key></Key></Object></Delete> |
        | A Quiet that is neither | <Delete><Quiet>maybe</Quiet><Object><Key>a</Key></Object></Delete>         |

  @DMO-16
  Rule: A deletion from a bucket that does not exist names the bucket
    — Go SDK V2 TestDeleteMultipleObjects (live); HTTP 404 status code

    Scenario: The store says that there is no such bucket
      Given a bucket that does not exist
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store refuses with 404 "NoSuchBucket"

  @DMO-17
  Rule: A carriage return in a name comes back as a reference
    XML reads a plain one as a line feed, which would be the name of another object.
    — DeleteMultipleObjects; XML 1.0, 2.11

    Scenario: The client reads the name that was deleted
      Given a bucket
      And the bucket holds the objects
        | name     | content |
        | a(0x0d)c | one     |
        | b        | two     |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a&#13;c</Key></Object></Delete>
        """
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <DeleteResult><Deleted><Key>a&#13;c</Key></Deleted></DeleteResult>
        """
      And the bucket holds exactly the objects
        | name | content |
        | b    | two     |
