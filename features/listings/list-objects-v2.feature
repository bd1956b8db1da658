@needs:objects
Feature: ListObjectsV2
  The second version of the listing counts its names and goes on by a token.

  @LSO-03
  Rule: list-type=2 selects ListObjectsV2
    — ListObjectsV2, response elements; Java SDK ListObjectsV2Test (live)

    Scenario: The only page counts its names and needs no token
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner lists the objects by ListObjectsV2 with
        | max-keys | 10 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Name>(the bucket)</Name>
          <MaxKeys>10</MaxKeys>
          <IsTruncated>false</IsTruncated>
          <KeyCount>2</KeyCount>
          <Contents><Key>a</Key></Contents>
          <Contents><Key>b</Key></Contents>
        </ListBucketResult>
        """
      And the answer has no element "Marker"
      And the answer has no element "NextMarker"
      And the answer has no element "StartAfter"
      And the answer has no element "ContinuationToken"
      And the answer has no element "NextContinuationToken"

    Scenario: A truncated page has a token for the next one, and no NextMarker
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner lists the objects by ListObjectsV2 with
        | max-keys | 1 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>true</IsTruncated>
          <NextContinuationToken>(any)</NextContinuationToken>
        </ListBucketResult>
        """
      And the answer has no element "NextMarker"

    Scenario: The next page repeats its token
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner pages through the objects by ListObjectsV2 with
        | max-keys | 1 |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
          <ContinuationToken>(any)</ContinuationToken>
        </ListBucketResult>
        """

    Scenario: StartAfter is repeated
      Given a bucket
      When the owner lists the objects by ListObjectsV2 with
        | start-after | a |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <StartAfter>a</StartAfter>
        </ListBucketResult>
        """

  @LSO-05
  Rule: ListObjectsV2 names the owners of objects if it is asked to
    — ListObjectsV2, fetch-owner; Java SDK ListObjectsV2Test (live)

    Scenario: With fetch-owner=true an object has its owner
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects by ListObjectsV2 with
        | fetch-owner | true |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents>
            <Owner>
              <ID>(any)</ID>
              <DisplayName>(any)</DisplayName>
            </Owner>
          </Contents>
        </ListBucketResult>
        """

    Scenario: With fetch-owner=false it has none
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects by ListObjectsV2 with
        | fetch-owner | false |
      Then the store answers 200
      And the listing holds
        | objects | object |
      And the answer has no element "Owner"

    Scenario: Without fetch-owner it has none either
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects by ListObjectsV2 with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | object |
      And the answer has no element "Owner"

  @LSO-25
  Rule: A continuation token goes on exactly after its page
    — ListObjectsV2, continuation-token; Go SDK V2 api_op_bucket

    Scenario: It works after a plus sign, an escape and Chinese
      Given a bucket
      And the bucket holds objects named
        | a%2Bb | a%b | a+b | a+c | 中文 | 文 |
      When the owner pages through the objects by ListObjectsV2 with
        | max-keys | 1 |
      Then the store answers 200
      And the listing holds
        | objects | a%2Bb | a%b | a+b | a+c | 中文 | 文 |

    Scenario: It works next to names that are percent-encoded
      Given a bucket
      And the bucket holds objects named
        | a%2Bb | a%b | a+b | a+c | 中文 | 文 |
      When the owner pages through the objects by ListObjectsV2 with
        | max-keys      | 1   |
        | encoding-type | url |
      Then the store answers 200
      And the listing holds
        | objects | a%2Bb | a%b | a+b | a+c | 中文 | 文 |

  @LSO-26
  Rule: A continuation token that was never issued is refused
    — error code 0015-00000404; Java SDK testUnnormalListObjects (live)

    Scenario Outline: "<token>" is refused
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner lists the objects by ListObjectsV2 with
        | continuation-token | <token> |
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | token        |
        | never issued |
        | a            |

    Scenario: A token that was issued is accepted
      Given a bucket
      And the bucket holds objects named
        | a | b |
      When the owner pages through the objects by ListObjectsV2 with
        | max-keys | 1 |
      Then the store answers 200
      And the listing holds
        | objects | a | b |

  @LSO-27
  Rule: A continuation token counts more than start-after
    — PHP SDK testListObjectsWithStartAfter (live)

    Scenario: Every page goes on after the one before it
      Given a bucket
      And the bucket holds objects named
        | a | b | c | d |
      When the owner pages through the objects by ListObjectsV2 with
        | start-after | a |
        | max-keys    | 1 |
      Then the store answers 200
      And the listing holds
        | objects | b | c | d |
