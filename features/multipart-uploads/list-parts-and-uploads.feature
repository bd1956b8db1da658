@needs:objects
@needs:multipart
Feature: ListParts and ListMultipartUploads
  Listings say which uploads are in progress and which parts they have, so that a
  client can go on with an upload, or clean up.

  @MPU-51
  Rule: ListParts names the parts of an upload
    — ListParts; Go SDK V2 TestListParts (live)

    Scenario: By ascending number, with gaps
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 10    |
        | object | three |
      When the owner uploads "abc" as part 2
      And the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListPartsResult>
          <Bucket>(the bucket)</Bucket>
          <Key>object</Key>
          <UploadId>(any)</UploadId>
          <MaxParts>1000</MaxParts>
          <IsTruncated>false</IsTruncated>
          <Part>
            <PartNumber>2</PartNumber>
            <LastModified>(a time)</LastModified>
            <ETag>"900150983CD24FB0D6963F7D28E17F72"</ETag>
            <Size>3</Size>
          </Part>
          <Part>
            <PartNumber>10</PartNumber>
            <LastModified>(a time)</LastModified>
            <ETag>"35D6D33467AAE9A2E3DCCB4B6B027878"</ETag>
            <Size>5</Size>
          </Part>
        </ListPartsResult>
        """

    Scenario: max-parts ends a page
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 3   | 7   |
        | object | abc | abc | abc |
      And a request to "?uploadId=…&max-parts=2"
      When the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListPartsResult>
          <MaxParts>2</MaxParts>
          <IsTruncated>true</IsTruncated>
          <Part><PartNumber>1</PartNumber></Part>
          <Part><PartNumber>3</PartNumber></Part>
        </ListPartsResult>
        """

    Scenario Outline: max-parts <most> is enough for all
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 3   |
        | object | abc | abc |
      And a request to "?uploadId=…&max-parts=<most>"
      When the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListPartsResult>
          <MaxParts><most></MaxParts>
          <IsTruncated>false</IsTruncated>
          <Part><PartNumber>1</PartNumber></Part>
          <Part><PartNumber>3</PartNumber></Part>
        </ListPartsResult>
        """

      Examples:
        | most |
        | 10   |
        | 1000 |

    Scenario: part-number-marker begins it after that number
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 3   | 7   |
        | object | abc | abc | abc |
      And a request to "?uploadId=…&part-number-marker=1"
      When the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListPartsResult>
          <PartNumberMarker>1</PartNumberMarker>
          <IsTruncated>false</IsTruncated>
          <Part><PartNumber>3</PartNumber></Part>
          <Part><PartNumber>7</PartNumber></Part>
        </ListPartsResult>
        """

    Scenario: The parts of an unknown upload are not listed
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   |
        | object | abc |
      And a request to "?uploadId=0004B9894A22E5B1888A1E29F8236E2D"
      When the owner lists the parts
      Then the store refuses with 404 "NoSuchUpload"

  @MPU-52
  Rule: Pages of parts name each part once
    — ListParts, response elements; C++ SDK MultipartUploadTest (live)

    Scenario Outline: Pages of <size>
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 3   | 7   |
        | object | abc | abc | abc |
      Then pages of <size> name every part once

      Examples:
        | size |
        | 1    |
        | 2    |
        | 3    |

    Scenario: The next marker is the last number, also at the end
      Given a bucket
      And the bucket holds the multipart uploads
        | name   | 1   | 3   |
        | object | abc | abc |
      When the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <NextPartNumberMarker>3</NextPartNumberMarker>
          <IsTruncated>false</IsTruncated>
        </ListPartsResult>
        """

    Scenario: An upload without parts has none, and no next number
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner lists the parts
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListPartsResult>
          <NextPartNumberMarker>(none or 0)</NextPartNumberMarker>
          <IsTruncated>false</IsTruncated>
        </ListPartsResult>
        """
      And the answer has no element "Part"

  @MPU-53
  Rule: ListMultipartUploads names the uploads in progress
    — ListMultipartUploads; Go SDK V2 TestListMultipartUploads (live)

    Scenario: With name, id and time
      Given a bucket
      And the bucket holds the multipart uploads
        | name   |
        | object |
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListMultipartUploadsResult>
          <Bucket>(the bucket)</Bucket>
          <MaxUploads>1000</MaxUploads>
          <IsTruncated>false</IsTruncated>
          <Upload>
            <Key>object</Key>
            <UploadId>(any)</UploadId>
            <Initiated>(a time)</Initiated>
          </Upload>
        </ListMultipartUploadsResult>
        """

    Scenario: prefix selects by the beginning of the name
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a1   |
        | b1   |
        | b2   |
      And a request to "?uploads&prefix=b"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Prefix>b</Prefix>
          <Upload><Key>b1</Key></Upload>
          <Upload><Key>b2</Key></Upload>
        </ListMultipartUploadsResult>
        """

    Scenario Outline: The delimiter <delimiter> folds names into common prefixes
      Given a bucket
      And the bucket holds the multipart uploads
        | name          |
        | a<delimiter>1 |
        | a<delimiter>2 |
        | b             |
        | c<delimiter>1 |
      And a request to "?uploads&delimiter=<delimiter>"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Delimiter><delimiter></Delimiter>
          <Upload><Key>b</Key></Upload>
          <CommonPrefixes><Prefix>a<delimiter></Prefix></CommonPrefixes>
          <CommonPrefixes><Prefix>c<delimiter></Prefix></CommonPrefixes>
        </ListMultipartUploadsResult>
        """

      Examples:
        | delimiter |
        | /         |
        | 4         |

    Scenario: A name that begins with the delimiter is folded too
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | 4a   |
        | 4b   |
        | b    |
      And a request to "?uploads&delimiter=4"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Upload><Key>b</Key></Upload>
          <CommonPrefixes><Prefix>4</Prefix></CommonPrefixes>
        </ListMultipartUploadsResult>
        """

    Scenario: max-uploads ends a page
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a    |
        | b    |
      And a request to "?uploads&max-uploads=1"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListMultipartUploadsResult>
          <NextKeyMarker>a</NextKeyMarker>
          <NextUploadIdMarker>(any)</NextUploadIdMarker>
          <MaxUploads>1</MaxUploads>
          <IsTruncated>true</IsTruncated>
          <Upload><Key>a</Key></Upload>
        </ListMultipartUploadsResult>
        """

    Scenario Outline: max-uploads <most> is enough for all
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a    |
        | b    |
      And a request to "?uploads&max-uploads=<most>"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <MaxUploads><most></MaxUploads>
          <IsTruncated>false</IsTruncated>
          <Upload><Key>a</Key></Upload>
          <Upload><Key>b</Key></Upload>
        </ListMultipartUploadsResult>
        """

      Examples:
        | most |
        | 10   |
        | 1000 |

    Scenario: With encoding-type the names are percent-encoded
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | 中    |
      And a request to "?uploads&encoding-type=url"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListMultipartUploadsResult>
          <EncodingType>url</EncodingType>
          <Upload><Key>%E4%B8%AD</Key></Upload>
        </ListMultipartUploadsResult>
        """

  @MPU-54
  Rule: Uploads are listed by name and id
    — ListMultipartUploads; Ruby SDK, ali-oss (live)

    Scenario: Whenever they began
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
        | a    |
        | c    |
        | a    |
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Upload><Key>a</Key></Upload>
          <Upload><Key>a</Key></Upload>
          <Upload><Key>b</Key></Upload>
          <Upload><Key>c</Key></Upload>
        </ListMultipartUploadsResult>
        """
      And the multipart uploads come by name and id

  @MPU-55
  Rule: Markers say after which upload a listing begins
    — ListMultipartUploads, request parameters; ali-oss (live)

    Scenario: key-marker alone skips every upload of that name
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a    |
        | b    |
        | b    |
        | c    |
      And a request to "?uploads&key-marker=b"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Upload><Key>c</Key></Upload>
        </ListMultipartUploadsResult>
        """

    Scenario: With upload-id-marker the others of that name are listed
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | b    |
        | b    |
        | a    |
        | c    |
      When the owner lists the multipart uploads after the first one of the object
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Upload><Key>b</Key></Upload>
          <Upload><Key>c</Key></Upload>
        </ListMultipartUploadsResult>
        """

    Scenario: upload-id-marker alone is ignored
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a    |
        | b    |
      And a request to "?uploads&upload-id-marker=FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
      When the owner lists the multipart uploads
      Then the store answers 200
      And the answer is XML of the shape, in this order
        """xml
        <ListMultipartUploadsResult>
          <Upload><Key>a</Key></Upload>
          <Upload><Key>b</Key></Upload>
        </ListMultipartUploadsResult>
        """

  @MPU-56
  Rule: Pages of uploads name each upload once
    — ListMultipartUploads; C++ SDK MultipartUploadTest (live)

    Scenario Outline: Pages of <size>
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a    |
        | b    |
        | b    |
        | b    |
        | c    |
      Then pages of <size> name every multipart upload once

      Examples:
        | size |
        | 1    |
        | 2    |
        | 5    |

  @MPU-64
  Rule: Pages of folded uploads name each common prefix once
    — ListMultipartUploads, request parameters

    Scenario Outline: Pages of <size>
      Given a bucket
      And the bucket holds the multipart uploads
        | name |
        | a/1  |
        | a/2  |
        | b    |
        | c/1  |
      Then pages of <size>, folded at "/", name every multipart upload and common prefix once

      Examples:
        | size |
        | 1    |
        | 2    |
