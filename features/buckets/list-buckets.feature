Feature: ListBuckets
  An account lists its buckets. The scenarios look at the buckets of this run only.

  @LSB-01
  Rule: Only an authenticated caller with the right to it may list buckets
    — GetService (ListBuckets), usage notes

    Scenario: A request without a signature is refused
      When an anonymous caller lists the buckets
      Then the store refuses with 403 "AccessDenied"

    Scenario: A sub-account with the right lists them
      When the delegate lists the buckets
      Then the store accepts

  @LSB-02
  Rule: A listing names each bucket with its place and class
    — GetService (ListBuckets), response elements and examples

    Scenario: The answer has the documented shape
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the store answers 200
      And the listing names the bucket
      And the answer is XML of the shape, among others
        """xml
        <ListAllMyBucketsResult>
          <Owner>
            <ID>(any)</ID>
            <DisplayName>(any)</DisplayName>
          </Owner>
          <Buckets>
            <Bucket>
              <Name>(the bucket)</Name>
              <CreationDate>(a time)</CreationDate>
              <Location>(the OSS name of a region)</Location>
              <ExtranetEndpoint>(any)</ExtranetEndpoint>
              <IntranetEndpoint>(any)</IntranetEndpoint>
              <StorageClass>Standard</StorageClass>
            </Bucket>
          </Buckets>
        </ListAllMyBucketsResult>
        """

  @LSB-04
  Rule: A prefix chooses the buckets whose names begin with it
    — GetService (ListBuckets), request parameters; Java SDK ListBucketsTest (live)

    Scenario: Only buckets with the prefix are listed
      Given another bucket
      And a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket
      And the listing names only buckets with that prefix

    Scenario: A name that goes on after the prefix is listed
      Given a bucket
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket "(the bucket)-a"

  @LSB-05
  Rule: A listing is in the order of the names and begins after its marker
    — GetService (ListBuckets), request parameters; Go SDK V1 TestListBucket (live)

    Scenario: The marker itself is not listed
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, after the bucket
      Then the listing does not name the bucket

    Scenario: The marker need not be the name of a bucket
      Given a bucket that does not exist
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, after the bucket
      Then the listing names the bucket "(the bucket)-a"

    Scenario: Names ascend by their bytes, whatever the order of creation
      Given a bucket that does not exist
      And the buckets "(the bucket)-b" and "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket "(the bucket)-b"
      And the listing names the bucket "(the bucket)-a"
      And the listing names its buckets in the order of their bytes

  @LSB-07
  Rule: max-keys is a number from 1 to 1,000
    — GetService (ListBuckets), request parameters; error code 0017-00000289; Java SDK ListBucketsTest (live)

    Scenario Outline: <number> is refused
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "<number>"
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | number |
        | 0      |
        | 1001   |
        | many   |

    Scenario Outline: <number> is accepted
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "<number>"
      Then the store answers 200
      And the listing names the bucket

      Examples:
        | number |
        | 1      |
        | 1000   |

  @LSB-08
  Rule: Only a listing that is cut off speaks of pages
    — GetService (ListBuckets), response elements and examples; ali-oss listBuckets (live)

    Scenario: A complete listing has no element about pages
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket
      And the listing says nothing about pages

    Scenario: A listing that is cut off says so, and where it goes on
      Given a bucket
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1"
      Then the store answers 200
      And the listing is cut off
      And the answer is XML of the shape
        """xml
        <ListAllMyBucketsResult>
          <MaxKeys>1</MaxKeys>
          <IsTruncated>true</IsTruncated>
          <NextMarker>(any)</NextMarker>
        </ListAllMyBucketsResult>
        """

    Scenario: A listing that is cut off names no marker that was not sent
      Given a bucket
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1"
      Then the store answers 200
      And the listing is cut off
      And the listing repeats no marker

  @LSB-09
  Rule: The pages together are the whole listing
    — GetService (ListBuckets), request parameters; Go SDK V2 TestPaginator (live)

    Scenario: Pages of one bucket name both buckets
      Given a bucket
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket "(the bucket)-a"
      And the listing is the same in pages of 1

  @LSB-10
  Rule: NextMarker is the last name of the page
    — GetService (ListBuckets), example of a listing that is cut off

    Scenario: The marker of the next page names the bucket that this page ends with
      Given a bucket
      And the bucket "(the bucket)-a"
      When the owner lists the buckets with the bucket's name as prefix, at most "1"
      Then the store answers 200
      And the listing is cut off
      And the listing names its last bucket as NextMarker

  @LSB-11
  Rule: A deleted bucket leaves the listing
    — DeleteBucket; Python SDK V1 test_bucket (live)

    Scenario: A listing that named the bucket names it no more once it is deleted
      Given a bucket
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing names the bucket
      Given the bucket was deleted
      When the owner lists the buckets with the bucket's name as prefix, at most "1000"
      Then the listing does not name the bucket
