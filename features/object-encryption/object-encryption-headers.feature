Feature: Encryption headers of an upload
  An upload may choose its own encryption by up to three headers. The store
  answers with the encryption it used, and shows it whenever the object is read.

  @OBJ-01
  @needs:objects
  Rule: An upload may name its own algorithm
    x-oss-server-side-encryption is AES256, KMS or SM4; the answer repeats it, and
    GET and HEAD return it.
    — PutObject, request headers

    Scenario Outline: <algorithm> is shown by the answer and by the object
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | <algorithm> |
      And the object is encrypted with <algorithm>

      Examples:
        | algorithm |
        | AES256    |

      @needs:kms
      Examples:
        | algorithm |
        | KMS       |

      @needs:sm4
      Examples:
        | algorithm |
        | SM4       |

  @OBJ-02
  @needs:objects
  @needs:kms
  @needs:sm4
  Rule: Under KMS an upload may choose SM4 as the data cipher
    — PutObject, request headers

    Scenario: KMS with SM4 is shown by the answer and by the object
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      And the object is encrypted with KMS with SM4 data encryption

    Scenario: KMS alone uses no other data cipher
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts
      And the object is encrypted with KMS

  @OBJ-03
  @needs:objects
  @needs:kms
  Rule: Under KMS an upload may choose its key
    — PutObject, request headers

    Scenario: The chosen key is named in the answer
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

  @OBJ-05
  @needs:objects
  Rule: Every operation that creates an object accepts the headers
    The 2019 guide names three operations; the error-code page and the operations'
    own pages name five.
    — Server-side encryption, developer guide; error code 0005-00000002

    Scenario Outline: <way> encrypts the object as its headers ask
      Given a bucket
      When the owner creates an object by <way> with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts
      And the object is encrypted with AES256

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

      @needs:copy
      Examples:
        | way        |
        | CopyObject |

      @needs:multipart
      Examples:
        | way                |
        | a multipart upload |

  @OBJ-06
  @needs:objects
  Rule: An operation that does not choose an encryption refuses the header
    The error is 400 InvalidArgument.
    — Error code 0005-00000002; Server-side encryption, developer guide;
    InitiateMultipartUpload, notes

    Scenario: GET refuses the header
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner reads the object
      Then the store refuses with 400 "InvalidArgument"

    Scenario: The same GET without the header is accepted
      Given a bucket
      And the bucket holds an object
      When the owner reads the object
      Then the store accepts

    Scenario: HEAD refuses the header
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner asks for the object's head
      Then the store answers 400

    Scenario: The same HEAD without the header is accepted
      Given a bucket
      And the bucket holds an object
      When the owner asks for the object's head
      Then the store accepts

    Scenario: DELETE refuses the header and the object stays
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner deletes the object
      Then the store refuses with 400 "InvalidArgument"
      And the object reads back byte for byte

    Scenario: The same DELETE without the header is accepted
      Given a bucket
      And the bucket holds an object
      When the owner deletes the object
      Then the store accepts
      And the object does not exist

    @needs:multipart
    Scenario: UploadPart refuses the header
      Given a bucket
      And the bucket holds an unfinished multipart upload
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object as part 1
      Then the store refuses with 400 "InvalidArgument"

    @needs:multipart
    Scenario: The same UploadPart without the header is accepted
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner uploads the object as part 1
      Then the store accepts

    @needs:multipart
    Scenario: CompleteMultipartUpload refuses the header and no object is created
      Given a bucket
      And the bucket holds an unfinished multipart upload
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner completes the multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And the object does not exist

    @needs:multipart
    Scenario: The same CompleteMultipartUpload without the header is accepted
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner completes the multipart upload
      Then the store accepts

    Scenario: GetObjectMeta refuses the header
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner asks for the object's meta
      Then the store answers 400

    Scenario: The same GetObjectMeta without the header is accepted
      Given a bucket
      And the bucket holds an object
      When the owner asks for the object's meta
      Then the store accepts

    Scenario: DeleteMultipleObjects refuses the header and the object stays
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner deletes the object by DeleteMultipleObjects
      Then the store refuses with 400 "InvalidArgument"
      And the object reads back byte for byte

    Scenario: The same DeleteMultipleObjects without the header is accepted
      Given a bucket
      And the bucket holds an object
      When the owner deletes the object by DeleteMultipleObjects
      Then the store accepts
      And the object does not exist

    @needs:multipart
    Scenario: ListParts refuses the header
      Given a bucket
      And the bucket holds an unfinished multipart upload
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner lists the parts
      Then the store refuses with 400 "InvalidArgument"

    @needs:multipart
    Scenario: The same ListParts without the header is accepted
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner lists the parts
      Then the store accepts

    @needs:multipart
    Scenario: AbortMultipartUpload refuses the header and the upload stays
      Given a bucket
      And the bucket holds an unfinished multipart upload
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner aborts the multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And the multipart uploads are unchanged

    @needs:multipart
    Scenario: The same AbortMultipartUpload without the header is accepted
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the owner aborts the multipart upload
      Then the store accepts

  @OBJ-53
  @needs:objects
  Rule: An operation that is not about objects refuses the header
    The error is 400 InvalidArgument. PutBucket alone takes the header (PBE-22).
    — Error code 0005-00000002

    Scenario: GetBucketEncryption refuses the header
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner reads the encryption rule
      Then the store refuses with 400 "InvalidArgument"

    Scenario: The same GetBucketEncryption without the header is accepted
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: ListBuckets refuses the header
      Given a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner lists the buckets
      Then the store refuses with 400 "InvalidArgument"

    Scenario: The same ListBuckets without the header is accepted
      When the owner lists the buckets
      Then the store accepts

  @OBJ-07
  @needs:objects
  Rule: An algorithm the store does not offer is refused on upload
    The error is 400 InvalidEncryptionAlgorithmError.
    — PutObject, error codes

    Scenario Outline: <algorithm> is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidEncryptionAlgorithmError"
      And the object does not exist

      Examples:
        | algorithm |
        | DES       |
        | aes-256   |
        | aws:kms   |

    Scenario: DES is refused and an older object of that name stays
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | DES |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidEncryptionAlgorithmError"
      And the object is encrypted as before
      And the object reads back byte for byte

    Scenario Outline: DES for <way> is refused and nothing is stored
      Given a bucket
      When the owner creates an object by <way> with
        | x-oss-server-side-encryption | DES |
      Then the store refuses with 400 "InvalidEncryptionAlgorithmError"
      And the object does not exist

      @needs:post
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way          |
        | AppendObject |

      @needs:copy
      Examples:
        | way        |
        | CopyObject |

    @needs:multipart
    Scenario: DES is refused when a multipart upload is initiated
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | DES |
      When the owner initiates a multipart upload
      Then the store refuses with 400 "InvalidEncryptionAlgorithmError"

    @needs:multipart
    Scenario: The same initiation with AES256 is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner initiates a multipart upload
      Then the store accepts

    Scenario: The same upload with AES256 is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts

  @OBJ-08
  @needs:objects
  Rule: Every answer about an encrypted object names its algorithm
    — The operations' pages, response headers

    Scenario Outline: <way> names it in every answer
      Given a bucket whose encryption rule is AES256
      When the owner creates an object by <way>
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption | AES256 |

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

      @needs:multipart
      @needs:copy
      Examples:
        | way                                |
        | a multipart upload of copied parts |

    @needs:copy
    Scenario: CopyObject names it
      Given a bucket
      When the owner creates an object by CopyObject with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption | AES256 |

    Scenario Outline: <operation> names <algorithm>
      Given a bucket whose encryption rule is <algorithm>
      And the bucket holds an object
      When the owner <reads>
      Then the store accepts and answers with
        | x-oss-server-side-encryption | <algorithm> |

      @needs:kms
      Examples:
        | operation  | algorithm | reads                      |
        | GetObject  | KMS       | reads the object           |
        | HeadObject | KMS       | asks for the object's head |

      @needs:sm4
      Examples:
        | operation  | algorithm | reads                      |
        | GetObject  | SM4       | reads the object           |
        | HeadObject | SM4       | asks for the object's head |

    @needs:kms
    @needs:sm4
    Scenario Outline: <operation> names KMS and the data cipher
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      And the bucket holds an object
      When the owner <reads>
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |

      Examples:
        | operation  | reads                      |
        | GetObject  | reads the object           |
        | HeadObject | asks for the object's head |

    Scenario: GetObject names it
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |

    Scenario: HeadObject names it
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |

  @OBJ-09
  @needs:objects
  @needs:kms
  Rule: HEAD shows the algorithm, and the chosen key under KMS
    — HeadObject, response examples

    Scenario: An object encrypted with a chosen key shows it
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

    Scenario: An object encrypted with AES256 shows no key
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |

  @OBJ-16
  @needs:objects
  Rule: Answers show the encryption in up to three headers
    On a bucket without a rule. KMS names the key it used; a data cipher is ignored
    with any other algorithm.
    — Python SDK, tests/test_server_side_encryotion.py (live)

    Scenario: Without a header the answer shows no encryption
      Given a bucket without an encryption rule
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | (none) |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:kms
    Scenario: KMS names the key it used
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS    |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (any)  |

    Scenario: AES256 is shown alone
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:sm4
    Scenario: SM4 is shown alone
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | SM4    |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:kms
    @needs:sm4
    Scenario: KMS with SM4 shows both, and the key
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS   |
        | x-oss-server-side-data-encryption   | SM4   |
        | x-oss-server-side-encryption-key-id | (any) |

    @needs:sm4
    Scenario: A data cipher with AES256 is ignored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | AES256 |
        | x-oss-server-side-data-encryption | SM4    |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:sm4
    Scenario: A data cipher with SM4 is ignored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | SM4 |
        | x-oss-server-side-data-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | SM4    |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:sm4
    Scenario: A data cipher alone is ignored
      Given a bucket without an encryption rule
      And a request with the headers
        | x-oss-server-side-data-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | (none) |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

  @OBJ-17
  @needs:objects
  @needs:kms
  Rule: HEAD names the key even if it is the default key
    — HeadObject, response headers; Python SDK (live)

    Scenario: An object encrypted with the default key shows it
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS   |
        | x-oss-server-side-encryption-key-id | (any) |

  @OBJ-22
  @needs:objects
  @needs:post
  Rule: A form upload accepts the headers as form fields
    — PostObject, form fields

    Scenario Outline: A form signed by <signature> creates an object with AES256
      Given a bucket
      And a request signed by <signature>
      When the owner creates an object by PostObject with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

    Scenario: A form with AES256 creates an object with AES256
      Given a bucket
      When the owner creates an object by PostObject with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256

    @needs:kms
    @needs:sm4
    Scenario: A form with KMS, SM4 and a key creates an object with all three
      Given a bucket
      When the owner creates an object by PostObject with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      And the object is encrypted with KMS with SM4 data encryption

    Scenario: A form with none of them creates an unencrypted object
      Given a bucket without an encryption rule
      When the owner creates an object by PostObject
      Then the store accepts and answers with
        | x-oss-server-side-encryption | (none) |
      And the object is not encrypted

  @OBJ-30
  @needs:objects
  @needs:kms
  Rule: An unusable key is refused, and the answer says why
    The pages disagree on the code for a key that does not exist.
    — HTTP 404 and 409 status codes; HTTP 400 status code; error code
    0005-00000208

    Scenario Outline: A key that is <state> is refused by its state
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS             |
        | x-oss-server-side-encryption-key-id | (a key <state>) |
      When the owner uploads the object
      Then the store refuses with 409 "<code>"
      And the message is "The request was rejected because the key state is <name>."
      And the object does not exist

      Examples:
        | state            | code               | name            |
        | disabled         | KeyDisabled        | Disabled        |
        | pending deletion | KeyPendingDeletion | PendingDeletion |
        | pending import   | KeyPendingImport   | PendingImport   |

    Scenario: A key that does not exist is not found
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS                                  |
        | x-oss-server-side-encryption-key-id | 00000000-0000-0000-0000-000000000000 |
      When the owner uploads the object
      Then the store refuses with 404 "KeyNotFound" or 400 "InvalidParameter"
      And the object does not exist

    Scenario: A key that is enabled is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner uploads the object
      Then the store accepts

  @OBJ-31
  @needs:objects
  @needs:kms
  Rule: An empty key id header is refused
    The empty element of a rule is accepted; the empty header is not. The code is not
    documented.
    — Error code 0005-00000205

    Scenario: KMS with an empty key id is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS |
        | x-oss-server-side-encryption-key-id |     |
      When the owner uploads the object
      Then the store refuses
      And the object does not exist

    Scenario: The same upload without the header is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts

  @OBJ-39
  @needs:objects
  @needs:kms
  Rule: An encryption context needs a customer-managed key
    The context is JSON, not in base64 as in S3. The code is not documented.
    — Error codes 0005-00000228 and 0005-00000230

    Scenario: A context with the default key is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption         | KMS                |
        | x-oss-server-side-encryption-context | {"department":"x"} |
      When the owner uploads the object
      Then the store refuses
      And the object does not exist

    Scenario: The same upload without the context is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts

  @OBJ-40
  @needs:objects
  @needs:kms
  Rule: A key id with AES256 or on AppendObject
    It is valid with KMS only. One page allows it on AppendObject and another does
    not.
    — PutObject and AppendObject, request headers; error code 0005-00000208

    Scenario: An upload that names a key with AES256
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | AES256             |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner uploads the object
      Then what the store did with the object is reported

    @needs:append
    Scenario: An append that names a key
      Given a bucket
      When the owner creates an object by AppendObject with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      Then what the store did with the object is reported

  @OBJ-41
  @needs:objects
  @needs:kms
  Rule: A data cipher the store does not offer is refused on upload
    With KMS the value is SM4 or absent; any other gets 400
    InvalidDataEncryptionAlgorithmError.
    — HTTP 400 status code; PutObject, request headers

    Scenario Outline: DES for <way> is refused and nothing is stored
      Given a bucket
      When the owner creates an object by <way> with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | DES |
      Then the store refuses with 400 "InvalidDataEncryptionAlgorithmError"
      And the object does not exist

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

      @needs:copy
      Examples:
        | way        |
        | CopyObject |

    @needs:multipart
    Scenario: DES is refused when a multipart upload is initiated
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | DES |
      When the owner initiates a multipart upload
      Then the store refuses with 400 "InvalidDataEncryptionAlgorithmError"

    Scenario: The same upload without a data cipher is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts

    @needs:multipart
    Scenario: The same initiation without a data cipher is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner initiates a multipart upload
      Then the store accepts
