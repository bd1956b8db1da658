Feature: PutBucket
  The owner creates a bucket, and may ask for it again.

  @BKT-02
  Rule: A bucket is private unless its creation says otherwise
    — PutBucket, request headers; Go SDK V1 TestCreateBucket (live)

    Scenario: The ACL of a new bucket is private
      Given a bucket
      When the owner reads the ACL of the bucket
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList>
            <Grant>private</Grant>
          </AccessControlList>
        </AccessControlPolicy>
        """

  @BKT-03
  @needs:storage-classes
  Rule: A bucket has the storage class that was asked for
    — PutBucket, request elements; GetBucketInfo; Go SDK V1 TestCreateBucket (live)

    Scenario Outline: The bucket info shows "<class>"
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <StorageClass><class></StorageClass>
        </CreateBucketConfiguration>
        """
      Then the store answers 200
      And the bucket is in the storage class "<class>"

      Examples:
        | class           |
        | IA              |
        | Archive         |
        | ColdArchive     |
        | DeepColdArchive |

  @BKT-04
  Rule: A storage class that OSS does not know is refused
    — HTTP 400 status code

    Scenario: "Gold" is refused
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <StorageClass>Gold</StorageClass>
        </CreateBucketConfiguration>
        """
      Then the store refuses with 400 "InvalidArgument"

    Scenario: The same request with a known class is accepted
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <StorageClass>Standard</StorageClass>
        </CreateBucketConfiguration>
        """
      Then the store answers 200
      And the bucket is in the storage class "Standard"

  @BKT-37
  Rule: The refusal of an unknown storage class says so
    — HTTP 400 status code; Swift SDK V2 ClientBucketBasicTests (live)

    Scenario: The message names the storage class
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <StorageClass>Gold</StorageClass>
        </CreateBucketConfiguration>
        """
      Then the store refuses with 400 "InvalidArgument"
      And the message is "No such bucket storage class exists."

  @BKT-05
  Rule: The bucket info shows the redundancy that was asked for
    LRS is the default; ZRS needs a region with several zones.
    — PutBucket, request elements; Go SDK V1 TestCreateBucketRedundancyType (live)

    Scenario: LRS is shown
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <DataRedundancyType>LRS</DataRedundancyType>
        </CreateBucketConfiguration>
        """
      Then the store answers 200
      When the owner reads the bucket info
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <DataRedundancyType>LRS</DataRedundancyType>
          </Bucket>
        </BucketInfo>
        """

    Scenario: LRS is shown where nothing was asked for
      Given a bucket
      When the owner reads the bucket info
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <DataRedundancyType>LRS</DataRedundancyType>
          </Bucket>
        </BucketInfo>
        """

    @needs:zrs
    Scenario: ZRS is shown
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration>
          <DataRedundancyType>ZRS</DataRedundancyType>
        </CreateBucketConfiguration>
        """
      Then the store answers 200
      When the owner reads the bucket info
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <DataRedundancyType>ZRS</DataRedundancyType>
          </Bucket>
        </BucketInfo>
        """

  @BKT-06
  Rule: The document may lack its declaration, and may begin with white space
    — Go SDK V1 TestCreateBucketXml (live)

    Scenario: A document without a declaration is accepted
      When the owner creates a bucket with the document
        """xml
        <CreateBucketConfiguration></CreateBucketConfiguration>
        """
      Then the store answers 200

    Scenario: A document that begins with an empty line is accepted
      When the owner creates a bucket with the document
        """xml

        <?xml version="1.0" encoding="UTF-8"?>
        <CreateBucketConfiguration>
          <StorageClass>Standard</StorageClass>
        </CreateBucketConfiguration>
        """
      Then the store answers 200

  @BKT-08
  Rule: An ACL that OSS does not know is refused
    — PutBucketAcl, error example; error code 0015-00000204; C SDK test_oss_bucket (live)

    Scenario Outline: "<acl>" is refused
      Given a bucket
      And a request with the headers
        | x-oss-acl | <acl> |
      When the owner creates the bucket again
      Then the store refuses with 400 "InvalidArgument"
      And the bucket is private

      Examples:
        | acl     |
        | public  |
        | default |

    Scenario: A new bucket gets an ACL that OSS knows
      When the owner creates a bucket with the headers
        | x-oss-acl | private |
      Then the bucket is private

  @BKT-11
  Rule: The owner may repeat PutBucket
    — PutBucket, 2017 and 2024 pages; Java SDK CreateBucketTest, C SDK test_oss_bucket (live)

    Scenario: A repeated PutBucket answers as the first one
      Given a bucket
      When the owner creates the bucket again
      Then the store answers 200
      And the answer has no body

    Scenario: A repeated PutBucket may name the storage class of the bucket
      Given a bucket
      When the owner creates the bucket again in the storage class "Standard"
      Then the store answers 200

    Scenario: A repeated PutBucket may name the redundancy of the bucket
      Given a bucket
      When the owner creates the bucket again with the redundancy "LRS"
      Then the store answers 200

  @BKT-12
  Rule: A repeated PutBucket keeps what is in the bucket
    — PutBucket; Java SDK CreateBucketTest testPutWithCannedACL (live)

    @needs:objects
    Scenario: The objects stay
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner creates the bucket again
      Then the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

    Scenario: The encryption rule stays
      Given a bucket whose encryption rule is AES256
      When the owner creates the bucket again
      Then the bucket's encryption rule is AES256

  @BKT-13
  Rule: A repeated PutBucket changes neither storage class nor redundancy
    — HTTP 409 status code; C SDK test_oss_bucket (live)

    Scenario: Another storage class is refused and the class stays
      Given a bucket
      When the owner creates the bucket again in the storage class "IA"
      Then the store refuses with 409 "BucketAlreadyExists" or 400 "InvalidArgument"
      And the bucket is in the storage class "Standard"

    @needs:storage-classes
    Scenario: Where there is such a class, the bucket is said to exist
      Given a bucket
      When the owner creates the bucket again in the storage class "IA"
      Then the store refuses with 409 "BucketAlreadyExists"

    @needs:zrs
    Scenario: Another redundancy is refused and the bucket does not get it
      Given a bucket
      When the owner creates the bucket again with the redundancy "ZRS"
      Then the store refuses with 409 "BucketAlreadyExists"
      And the bucket does not have the redundancy "ZRS"

  @BKT-38
  @needs:storage-classes
  Rule: The refusal of another storage class says so
    — HTTP 409 status code

    Scenario: The message says that the storage class cannot be changed
      Given a bucket
      When the owner creates the bucket again in the storage class "IA"
      Then the store refuses with 409 "BucketAlreadyExists"
      And the message begins with "Cannot modify existing bucket's storage class."

  @BKT-14
  Rule: The name of another account's bucket is taken
    — HTTP 409 status code; Java SDK CreateBucketTest testPutExistingBucketWithoutOwnership (live)

    Scenario: Another account cannot create a bucket of that name
      Given a bucket
      When the outsider creates the bucket again
      Then the store refuses with 409 "BucketAlreadyExists"
      And the bucket still exists
