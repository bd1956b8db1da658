@needs:objects
Feature: Pages of a listing
  A long listing comes in pages; together they have every name once.

  @LSO-18
  Rule: The parameters of one version in the other
    — No page says what a store does with them

    Scenario Outline: <operation> with <parameter> "<value>"
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner lists the objects by <operation> with
        | <parameter> | <value> |
      Then what the store listed is reported

      Examples:
        | operation     | parameter          | value |
        | ListObjectsV2 | marker             | a     |
        | ListObjects   | start-after        | a     |
        | ListObjects   | continuation-token | a     |
        | ListObjects   | fetch-owner        | false |
        | ListObjects   | list-type          | 1     |
        | ListObjects   | list-type          | 3     |
        | ListObjects   | list-type          |       |

  @LSO-19
  Rule: A page has 100 names unless max-keys says otherwise
    — ListObjects, max-keys; Java SDK ListObjectsTest (live)

    Scenario Outline: <operation> without max-keys has the MaxKeys 100
      Given a bucket
      When the owner lists the objects by <operation> with
        | prefix | a |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <MaxKeys>100</MaxKeys>
        </ListBucketResult>
        """

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-20
  Rule: max-keys is a number from 1 to 1,000
    — ListObjects, max-keys; C++ SDK ObjectBasicOperationTest (live)

    Scenario Outline: <operation> accepts <count>
      Given a bucket
      When the owner lists the objects by <operation> with
        | max-keys | <count> |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <MaxKeys><count></MaxKeys>
        </ListBucketResult>
        """

      Examples:
        | operation     | count |
        | ListObjects   | 1     |
        | ListObjects   | 1000  |
        | ListObjectsV2 | 1     |
        | ListObjectsV2 | 1000  |

    Scenario Outline: <operation> refuses <count>
      Given a bucket
      When the owner lists the objects by <operation> with
        | max-keys | <count> |
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | operation     | count                |
        | ListObjects   | 1001                 |
        | ListObjects   | 18446744073709551617 |
        | ListObjects   | -1                   |
        | ListObjects   | ten                  |
        | ListObjects   | 1.5                  |
        | ListObjectsV2 | 1001                 |
        | ListObjectsV2 | -1                   |
        | ListObjectsV2 | ten                  |

  @LSO-21
  Rule: max-keys that is zero or empty
    — ListObjects, max-keys: the range begins with 1, the errors begin below 0

    Scenario Outline: <operation> with max-keys "<count>"
      Given a bucket
      And the bucket holds objects named
        | a |
      When the owner lists the objects by <operation> with
        | max-keys | <count> |
      Then the answer is reported

      Examples:
        | operation     | count |
        | ListObjects   | 0     |
        | ListObjects   |       |
        | ListObjectsV2 | 0     |
        | ListObjectsV2 |       |

  @LSO-23
  Rule: A listing is truncated exactly if names are left
    — ListObjects, IsTruncated and NextMarker; Go SDK V1 bucket_test (live)

    Scenario Outline: <operation> of two names with max-keys 2 is complete
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner lists the objects by <operation> with
        | max-keys | 2 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
          <Contents><Key>a</Key></Contents>
          <Contents><Key>b</Key></Contents>
        </ListBucketResult>
        """
      And the answer has no element "<next>"

      Examples:
        | operation     | next                  |
        | ListObjects   | NextMarker            |
        | ListObjectsV2 | NextContinuationToken |

    Scenario Outline: <operation> of three names with max-keys 2 is truncated
      Given a bucket
      And the bucket holds objects named
        | a | b | c |
      When the owner lists the objects by <operation> with
        | max-keys | 2 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>true</IsTruncated>
          <<next>>(any)</<next>>
        </ListBucketResult>
        """

      Examples:
        | operation     | next                  |
        | ListObjects   | NextMarker            |
        | ListObjectsV2 | NextContinuationToken |

    Scenario Outline: By <operation>, more names behind the last common prefix are not left
      Given a bucket
      And the bucket holds objects named
        | a/1 | a/2 |
      When the owner lists the objects by <operation> with
        | delimiter | / |
        | max-keys  | 1 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
          <CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>
        </ListBucketResult>
        """

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-24
  Rule: NextMarker is the last name of the page
    — ListObjects, sample; PHP SDK OssClientListObjectsTest (live)

    Scenario: It is the last object
      Given a bucket
      And the bucket holds objects named
        | a | b | c |
      When the owner lists the objects by ListObjects with
        | max-keys | 2 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <NextMarker>b</NextMarker>
        </ListBucketResult>
        """

    Scenario: It is the last common prefix
      Given a bucket
      And the bucket holds objects named
        | a | b/1 | b/2 | c |
      When the owner lists the objects by ListObjects with
        | delimiter | / |
        | max-keys  | 2 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <NextMarker>b/</NextMarker>
        </ListBucketResult>
        """

  @LSO-28
  Rule: The pages together are the whole listing
    — Python SDK V1 test_iterator, Go SDK V1 bucket_test, Go SDK V2 TestPaginator (live)

    Scenario Outline: By <operation>, pages of <size> have five names
      Given a bucket
      And the bucket holds objects named
        | a | b | c | d | e |
      When the owner pages through the objects by <operation> with
        | max-keys | <size> |
      Then the store answers 200
      And the listing holds
        | objects | a | b | c | d | e |

      Examples:
        | operation     | size |
        | ListObjects   | 1    |
        | ListObjects   | 2    |
        | ListObjects   | 4    |
        | ListObjects   | 5    |
        | ListObjects   | 6    |
        | ListObjectsV2 | 1    |
        | ListObjectsV2 | 2    |
        | ListObjectsV2 | 4    |
        | ListObjectsV2 | 5    |
        | ListObjectsV2 | 6    |

    Scenario Outline: By <operation>, pages of <size> have the three names with a prefix
      Given a bucket
      And the bucket holds objects named
        | a | b/1 | b/2 | b/3 | c |
      When the owner pages through the objects by <operation> with
        | prefix   | b/     |
        | max-keys | <size> |
      Then the store answers 200
      And the listing holds
        | objects | b/1 | b/2 | b/3 |

      Examples:
        | operation     | size |
        | ListObjects   | 1    |
        | ListObjects   | 2    |
        | ListObjects   | 3    |
        | ListObjectsV2 | 1    |
        | ListObjectsV2 | 2    |
        | ListObjectsV2 | 3    |

  @LSO-32
  Rule: Each common prefix is on one page and counts as one name
    — Python SDK V1 test_iterator, Java SDK ListObjectsV2Test (live)

    Scenario Outline: By <operation>, pages of <size> have two objects and two common prefixes
      Given a bucket
      And the bucket holds objects named
        | a/1 | a/2 | b | c/1 | c/2 | d |
      When the owner pages through the objects by <operation> with
        | delimiter | /      |
        | max-keys  | <size> |
      Then the store answers 200
      And the listing holds
        | objects  | b  | d  |
        | prefixes | a/ | c/ |

      Examples:
        | operation     | size |
        | ListObjects   | 1    |
        | ListObjects   | 2    |
        | ListObjects   | 3    |
        | ListObjects   | 4    |
        | ListObjects   | 5    |
        | ListObjectsV2 | 1    |
        | ListObjectsV2 | 2    |
        | ListObjectsV2 | 3    |
        | ListObjectsV2 | 4    |
        | ListObjectsV2 | 5    |

    Scenario Outline: By <operation>, pages of one name go through a folder
      Given a bucket
      And the bucket holds objects named
        | p/a/1 | p/a/2 | p/b | p/c/1 | q |
      When the owner pages through the objects by <operation> with
        | prefix    | p/ |
        | delimiter | /  |
        | max-keys  | 1  |
      Then the store answers 200
      And the listing holds
        | objects  | p/b  |      |
        | prefixes | p/a/ | p/c/ |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

    Scenario: KeyCount counts objects and common prefixes
      Given a bucket
      And the bucket holds objects named
        | a/1 | a/2 | b |
      When the owner lists the objects by ListObjectsV2 with
        | delimiter | / |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <KeyCount>2</KeyCount>
        </ListBucketResult>
        """
