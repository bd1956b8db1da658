@needs:objects
Feature: Listed names
  A prefix, a marker and a delimiter choose the names of a listing; their order is that of their bytes.

  @LSO-11
  Rule: Names ascend by their bytes
    — ListObjects; Python SDK V1 test_iterator (live)

    Scenario Outline: <operation> lists them in this order, whatever the order of the uploads
      Given a bucket
      And the bucket holds objects named
        | a0b | a/b | B | a.b | a-b |
      When the owner lists the objects by <operation> with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | B | a-b | a.b | a/b | a0b |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-39
  Rule: Names beyond ASCII ascend by the bytes of their UTF-8
    — ListObjects, "dictionary order"; Python SDK V1 test_iterator (live)

    Scenario Outline: <operation> lists an emoji last
      Given a bucket
      And the bucket holds objects named
        | 😀 | ～ | 中 | é | z |
      When the owner lists the objects by <operation> with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | z | é | 中 | ～ | 😀 |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-12
  Rule: prefix selects the names that begin with it
    — ListObjects, prefix; Go SDK V1 bucket_test (live)

    Scenario Outline: By <operation>, "<prefix>" selects <what>
      Given a bucket
      And the bucket holds objects named
        | a-fun | f*n | fun | fun.txt |
      When the owner lists the objects by <operation> with
        | prefix | <prefix> |
      Then the store answers 200
      And the listing holds
        | objects | <first> | <second> |

      Examples:
        | operation     | prefix | what                        | first | second  |
        | ListObjects   | fun    | itself and a longer name    | fun   | fun.txt |
        | ListObjects   | f*     | only the name with the star | f*n   |         |
        | ListObjects   | f.n    | nothing                     |       |         |
        | ListObjects   | FUN    | nothing                     |       |         |
        | ListObjectsV2 | fun    | itself and a longer name    | fun   | fun.txt |
        | ListObjectsV2 | f*     | only the name with the star | f*n   |         |
        | ListObjectsV2 | FUN    | nothing                     |       |         |

  @LSO-13
  Rule: A listing starts after the marker
    — ListObjects, marker; ListObjectsV2, start-after; Java SDK testUnormalListObjects (live)

    Scenario Outline: After <parameter> "<name>", which is <what>, comes "d"
      Given a bucket
      And the bucket holds objects named
        | a | b | d |
      When the owner lists the objects by <operation> with
        | <parameter> | <name> |
      Then the store answers 200
      And the listing holds
        | objects | d |

      Examples:
        | operation     | parameter   | name | what               |
        | ListObjects   | marker      | b    | an object          |
        | ListObjects   | marker      | c    | between two others |
        | ListObjectsV2 | start-after | b    | an object          |
        | ListObjectsV2 | start-after | c    | between two others |

    Scenario Outline: After <parameter> "d", the last name, comes nothing
      Given a bucket
      And the bucket holds objects named
        | a | b | d |
      When the owner lists the objects by <operation> with
        | <parameter> | d |
      Then the store answers 200
      And the listing holds
        | objects |

      Examples:
        | operation     | parameter   |
        | ListObjects   | marker      |
        | ListObjectsV2 | start-after |

  @LSO-14
  Rule: prefix and marker limit a listing together
    — ListObjects, prefix and marker

    Scenario Outline: A <parameter> <place> leaves <what>
      Given a bucket
      And the bucket holds objects named
        | a | b/1 | b/2 | c |
      When the owner lists the objects by <operation> with
        | prefix      | b/     |
        | <parameter> | <name> |
      Then the store answers 200
      And the listing holds
        | objects | <first> | <second> |
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
        </ListBucketResult>
        """

      Examples:
        | operation     | parameter   | name | place                            | what                 | first | second |
        | ListObjects   | marker      | a    | before the names with the prefix | both of them         | b/1   | b/2    |
        | ListObjects   | marker      | b/1  | among the names with the prefix  | those that come next | b/2   |        |
        | ListObjects   | marker      | c    | behind the names with the prefix | nothing              |       |        |
        | ListObjectsV2 | start-after | a    | before the names with the prefix | both of them         | b/1   | b/2    |
        | ListObjectsV2 | start-after | b/1  | among the names with the prefix  | those that come next | b/2   |        |
        | ListObjectsV2 | start-after | c    | behind the names with the prefix | nothing              |       |        |

    Scenario: With a delimiter it is the same
      Given a bucket
      And the bucket holds objects named
        | b/1 | b/2/3 | b/4 | c |
      When the owner lists the objects by ListObjects with
        | prefix    | b/  |
        | marker    | b/1 |
        | delimiter | /   |
      Then the store answers 200
      And the listing holds
        | objects  | b/4  |
        | prefixes | b/2/ |

  @LSO-15
  Rule: prefix, marker and start-after have fewer than 1,024 bytes
    — ListObjects, request parameters; error codes 0015-00000403 and 0015-00000405

    Scenario Outline: <parameter> of <operation> with <text> is accepted
      Given a bucket
      When the owner lists the objects by <operation> with
        | <parameter> | (<text>) |
      Then the store answers 200
      And the listing holds
        | objects |

      Examples:
        | operation     | parameter   | text         |
        | ListObjects   | prefix      | 1023 times k |
        | ListObjects   | prefix      | 341 times 中  |
        | ListObjects   | marker      | 1023 times k |
        | ListObjectsV2 | prefix      | 1023 times k |
        | ListObjectsV2 | start-after | 1023 times k |

    Scenario Outline: <parameter> of <operation> with <text> is refused
      Given a bucket
      When the owner lists the objects by <operation> with
        | <parameter> | (<text>) |
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | operation     | parameter   | text         |
        | ListObjects   | prefix      | 1024 times k |
        | ListObjects   | prefix      | 342 times 中  |
        | ListObjects   | marker      | 1024 times k |
        | ListObjectsV2 | prefix      | 1024 times k |
        | ListObjectsV2 | start-after | 1024 times k |

  @LSO-17
  Rule: The values of the query are decoded once
    — Go SDK V1 TestListObjectsEncodingType (live)

    Scenario Outline: By <operation>, "<prefix>" selects only itself
      Given a bucket
      And the bucket holds objects named
        | <prefix> | <other> |
      When the owner lists the objects by <operation> with
        | prefix | <prefix> |
      Then the store answers 200
      And the listing holds
        | objects | <prefix> |

      Examples:
        | operation     | prefix    | other |
        | ListObjects   | a b       | a+b   |
        | ListObjects   | a+b       | a b   |
        | ListObjects   | a%2Bb     | a+b   |
        | ListObjects   | a&b       | a     |
        | ListObjects   | a=b       | a     |
        | ListObjects   | a#b       | a     |
        | ListObjects   | a?b       | a     |
        | ListObjects   | 中文        | 文     |
        | ListObjects   | (0xfeff)a | a     |
        | ListObjectsV2 | a b       | a+b   |
        | ListObjectsV2 | a+b       | a b   |
        | ListObjectsV2 | a%2Bb     | a+b   |

    Scenario Outline: By <operation>, a prefix with plain colons and slashes selects nothing else
      Given a bucket
      And the bucket holds objects named
        | a | http |
      And a request whose query has plain colons and slashes
      When the owner lists the objects by <operation> with
        | prefix | http://a/ |
      Then the store answers 200
      And the listing holds
        | objects |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-29
  Rule: A delimiter folds names into common prefixes
    — ListObjects, folder example; ListObjectsV2

    Scenario Outline: By <operation>, a folder is listed with the folder in it
      Given a bucket
      And the bucket holds objects named
        | fun/movie/001.avi | fun/movie/007.avi | fun/test.jpg | oss.jpg |
      When the owner lists the objects by <operation> with
        | prefix    | fun/ |
        | delimiter | /    |
      Then the store answers 200
      And the listing holds
        | objects  | fun/test.jpg |
        | prefixes | fun/movie/   |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

    Scenario: Without a prefix names are folded at their first delimiter
      Given a bucket
      And the bucket holds objects named
        | fun/movie/001.avi | fun/test.jpg | oss.jpg |
      When the owner lists the objects by ListObjects with
        | delimiter | / |
      Then the store answers 200
      And the listing holds
        | objects  | oss.jpg |
        | prefixes | fun/    |

    Scenario: A name that is the prefix itself is not folded
      Given a bucket
      And the bucket holds objects named
        | fun/ | fun/test.jpg |
      When the owner lists the objects by ListObjects with
        | prefix    | fun/ |
        | delimiter | /    |
      Then the store answers 200
      And the listing holds
        | objects | fun/ | fun/test.jpg |

    Scenario: Another character can be the delimiter
      Given a bucket
      And the bucket holds objects named
        | a4b | a4c | b/5 |
      When the owner lists the objects by ListObjects with
        | delimiter | 4 |
      Then the store answers 200
      And the listing holds
        | objects  | b/5 |
        | prefixes | a4  |

    Scenario Outline: By <operation>, a name that begins with the delimiter is folded
      Given a bucket
      And the bucket holds objects named
        | 4a | 4b | b/5 |
      When the owner lists the objects by <operation> with
        | delimiter | 4 |
      Then the store answers 200
      And the listing holds
        | objects  | b/5 |
        | prefixes | 4   |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-30
  Rule: A delimiter is one character
    — error code 0015-00000406

    Scenario Outline: <operation> refuses "<delimiter>"
      Given a bucket
      When the owner lists the objects by <operation> with
        | delimiter | <delimiter> |
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | operation     | delimiter |
        | ListObjects   | //        |
        | ListObjects   | abc       |
        | ListObjectsV2 | abc       |

    Scenario Outline: <operation> accepts the same delimiter without its second character
      Given a bucket
      When the owner lists the objects by <operation> with
        | delimiter | / |
      Then the store answers 200

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-31
  Rule: An empty parameter is like none
    — PHP SDK OssClientListObjectsTest (live)

    Scenario Outline: By <operation>, an empty <parameter> changes nothing
      Given a bucket
      And the bucket holds objects named
        | a/b | c |
      When the owner lists the objects by <operation> with
        | <parameter> |  |
      Then the store answers 200
      And the listing holds
        | objects | a/b | c |

      Examples:
        | operation     | parameter   |
        | ListObjects   | delimiter   |
        | ListObjects   | prefix      |
        | ListObjects   | marker      |
        | ListObjectsV2 | delimiter   |
        | ListObjectsV2 | prefix      |
        | ListObjectsV2 | start-after |

    Scenario Outline: By <operation>, <parameter> without an equals sign changes nothing either
      Given a bucket
      And the bucket holds objects named
        | a/b | c |
      And a request with the query "…&<parameter>"
      When the owner lists the objects by <operation> with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | a/b | c |

      Examples:
        | operation     | parameter   |
        | ListObjects   | delimiter   |
        | ListObjects   | prefix      |
        | ListObjects   | marker      |
        | ListObjectsV2 | delimiter   |
        | ListObjectsV2 | prefix      |
        | ListObjectsV2 | start-after |
