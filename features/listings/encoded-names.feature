@needs:objects
Feature: Encoded names
  With encoding-type=url a listing has percent-encoded names, so that XML can hold each of them.

  @LSO-33
  Rule: With encoding-type=url every name in a listing is percent-encoded
    — ListObjects, encoding-type; ListObjectsV2; Java SDK ListObjectsV2Test (live)

    Scenario Outline: <operation> encodes its names, and those of the request
      Given a bucket
      And the bucket holds objects named
        | é/a | é/b/c |
      When the owner lists the objects by <operation> with
        | prefix        | é/  |
        | <parameter>   | é/  |
        | delimiter     | /   |
        | encoding-type | url |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Prefix>%C3%A9%2F</Prefix>
          <<element>>%C3%A9%2F</<element>>
          <Delimiter>%2F</Delimiter>
          <EncodingType>url</EncodingType>
          <Contents><Key>%C3%A9%2Fa</Key></Contents>
          <CommonPrefixes><Prefix>%C3%A9%2Fb%2F</Prefix></CommonPrefixes>
        </ListBucketResult>
        """

      Examples:
        | operation     | parameter   | element    |
        | ListObjects   | marker      | Marker     |
        | ListObjectsV2 | start-after | StartAfter |

    Scenario: NextMarker is encoded
      Given a bucket
      And the bucket holds objects named
        | é%2F1 | é%2F2 | é%2F3 |
      When the owner pages through the objects by ListObjects with
        | encoding-type | url |
        | max-keys      | 1   |
      Then the store answers 200
      And the listing holds
        | objects | é%2F1 | é%2F2 | é%2F3 |

  @LSO-34
  Rule: Encoded names have %20 for a space and %2B for a plus sign
    — Go SDK V2 api_op_bucket, Python SDK V1 xml_utils

    Scenario Outline: <operation> writes both so that every client reads them alike
      Given a bucket
      And the bucket holds objects named
        | a b+c |
      When the owner lists the objects by <operation> with
        | encoding-type | url |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents><Key>a%20b%2Bc</Key></Contents>
        </ListBucketResult>
        """

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-35
  Rule: Without encoding-type names are as they are
    — Java SDK ListObjectsV2Test, ListObjectsTest (live)

    Scenario Outline: <operation> escapes them for XML only
      Given a bucket
      And the bucket holds objects named
        | a b&<c>+d | é/e |
      When the owner lists the objects by <operation> with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | a b&<c>+d | é/e |
      And the answer has no element "EncodingType"

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |

  @LSO-36
  Rule: Names with control characters are listed with encoding-type=url
    — ListObjects, encoding-type; Python SDK V1 test_list_with_encoding_type_None (live)

    Scenario Outline: <operation> lists a name with the byte 1
      Given a bucket
      And an object named "a(0x01)b"
      When the owner uploads the object
      And the owner lists the objects by <operation> with
        | encoding-type | url |
      Then the store answers 200
      And the listing holds
        | objects | a(0x01)b |

      Examples:
        | operation     |
        | ListObjects   |
        | ListObjectsV2 |
