Feature: GetBucketAcl, GetBucketLocation and GetBucketInfo
  What a bucket says about itself.

  @BKT-28
  Rule: The ACL is the text of Grant
    — GetBucketAcl, response elements; Java SDK BucketInfoTest (live)

    Scenario: The answer has the documented shape
      Given a bucket
      When the owner reads the ACL of the bucket
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <Owner>
            <ID>(any)</ID>
            <DisplayName>(any)</DisplayName>
          </Owner>
          <AccessControlList>
            <Grant>private</Grant>
          </AccessControlList>
        </AccessControlPolicy>
        """

    Scenario: An encryption rule does not change it
      Given a bucket whose encryption rule is AES256
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

  @BKT-30
  Rule: The location is the region with the prefix oss-
    — GetBucketLocation, response elements; Java SDK ListBucketsTest, Go SDK V1 TestGetBucketLocation (live)

    Scenario: The root element holds the OSS name of the region
      Given a bucket
      When the owner reads the location of the bucket
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <LocationConstraint>(the OSS name of a region)</LocationConstraint>
        """

  @BKT-32
  Rule: The bucket info has the bucket's name, time, place, class and owner
    — GetBucketInfo, response elements

    Scenario: The answer has the documented shape
      Given a bucket
      When the owner reads the bucket info
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <Name>(the bucket)</Name>
            <CreationDate>(a time)</CreationDate>
            <Location>(the OSS name of a region)</Location>
            <ExtranetEndpoint>(any)</ExtranetEndpoint>
            <IntranetEndpoint>(any)</IntranetEndpoint>
            <StorageClass>Standard</StorageClass>
            <Owner>
              <ID>(any)</ID>
              <DisplayName>(any)</DisplayName>
            </Owner>
            <AccessControlList>
              <Grant>private</Grant>
            </AccessControlList>
          </Bucket>
        </BucketInfo>
        """

    Scenario: CreationDate is the time when the bucket was created
      Given a bucket
      Then the bucket was created in the last hour

  @BKT-36
  Rule: A parameter with an equals sign and no value reads the same
    — GetBucketLocation and GetBucketInfo, request syntax; requests of the SDKs

    Scenario: "?location=" reads the location
      Given a bucket
      And a request to "?location="
      When the owner reads the location of the bucket
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <LocationConstraint>(any)</LocationConstraint>
        """

    Scenario: "?bucketInfo=" reads the bucket info
      Given a bucket
      And a request to "?bucketInfo="
      When the owner reads the bucket info
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <BucketInfo>
          <Bucket>
            <Name>(the bucket)</Name>
          </Bucket>
        </BucketInfo>
        """
