@needs:objects
Feature: ListObjects
  A listing shows which objects a bucket holds, and describes each of them.

  @LSO-02
  Rule: The answer repeats what was asked for
    — ListObjects, response elements

    Scenario: Every value of the request comes back
      Given a bucket
      When the owner lists the objects by ListObjects with
        | prefix    | photos/ |
        | marker    | photos/ |
        | delimiter | /       |
        | max-keys  | 10      |
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Name>(the bucket)</Name>
          <Prefix>photos/</Prefix>
          <Marker>photos/</Marker>
          <MaxKeys>10</MaxKeys>
          <Delimiter>/</Delimiter>
          <IsTruncated>false</IsTruncated>
        </ListBucketResult>
        """

  @LSO-04
  Rule: A listing names each object with its size
    — ListObjects, response elements

    Scenario: An object that was uploaded is listed
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents>
            <Key>object</Key>
            <LastModified>(any)</LastModified>
            <ETag>(any)</ETag>
            <Size>1024</Size>
            <StorageClass>Standard</StorageClass>
          </Contents>
        </ListBucketResult>
        """

    Scenario: An object is listed with its owner
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects
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

  @LSO-06
  Rule: A listing describes an object as HeadObject does
    — Python SDK V1 test_iterator (live)

    Scenario: Size, ETag and time are those of the object's head
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents>
            <LastModified>(a time)</LastModified>
            <ETag>(an ETag in double quotes)</ETag>
          </Contents>
        </ListBucketResult>
        """
      And the object is listed as HeadObject describes it

  @LSO-07
  Rule: A listing states how an object was created
    — ListObjects, sample; Java SDK ListObjectsV2Test, Go SDK V1 multipart_test (live)

    Scenario Outline: An object of <way> is <type>
      Given a bucket
      And the bucket holds an object created by <way>
      When the owner lists the objects
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents>
            <Type><type></Type>
          </Contents>
        </ListBucketResult>
        """

      Examples:
        | way       | type   |
        | PutObject | Normal |

      @needs:append
      Examples:
        | way          | type       |
        | AppendObject | Appendable |

      @needs:multipart
      Examples:
        | way                | type      |
        | a multipart upload | Multipart |

  @LSO-10
  Rule: The listing of an empty bucket is empty
    — Go SDK V2 TestListObjects, TestListObjectsV2; Java SDK ListObjectsV2Test (live)

    Scenario: ListObjects finds nothing
      Given a bucket
      When the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects |
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
        </ListBucketResult>
        """
      And the answer has no element "NextMarker"

    Scenario: ListObjectsV2 finds nothing and counts nothing
      Given a bucket
      When the owner lists the objects by ListObjectsV2 with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects |
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <IsTruncated>false</IsTruncated>
          <KeyCount>0</KeyCount>
        </ListBucketResult>
        """
      And the answer has no element "NextContinuationToken"

  @LSO-38
  Rule: A listing shows the objects that are in the bucket now
    — PutObject; DeleteObject; InitiateMultipartUpload; AbortMultipartUpload

    Scenario Outline: An object is listed once after <way>
      Given a bucket
      And the bucket holds an object created by <way>
      When the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | object |
      And the object is listed as HeadObject describes it

      Examples:
        | way       |
        | PutObject |

      @needs:post
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way          |
        | AppendObject |

      @needs:multipart
      Examples:
        | way                |
        | a multipart upload |

    @needs:copy
    Scenario: A copy is listed next to its source
      Given a bucket
      And the bucket holds objects named
        | a |
      When the owner copies "a" to "b"
      And the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | a | b |

    Scenario: An overwritten object is listed once, with its new size and ETag
      Given a bucket
      And the bucket holds an object
      And an object with the content "other bytes"
      When the owner uploads the object
      And the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | object |
      And the object shows its length in the listing
      And the object is listed as HeadObject describes it

    Scenario: A deleted object is not listed
      Given a bucket
      And the bucket holds nothing after an object was deleted
      And the bucket holds objects named
        | b |
      When the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects | b |

    @needs:multipart
    Scenario: An unfinished upload is not listed
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects |

    @needs:multipart
    Scenario: An aborted upload is not listed
      Given a bucket
      And the bucket holds nothing after a multipart upload was aborted
      When the owner lists the objects by ListObjects with
        | max-keys | 10 |
      Then the store answers 200
      And the listing holds
        | objects |
