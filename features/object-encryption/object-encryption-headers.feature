Feature: Encryption headers of an upload
  Whoever uploads may choose how this one object is encrypted, by up to three
  headers. The store answers with what it did, and says it again whenever the
  object is read.

  @OBJ-01
  @needs:objects
  Rule: An upload may name its own algorithm
    x-oss-server-side-encryption is AES256, KMS or SM4; the answer echoes it, and
    GET and HEAD return it.
    — PutObject, request headers

    Scenario Outline: <algorithm> is answered, and shown by the object
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

    Scenario: KMS with SM4 is answered, and shown by the object
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      And the object is encrypted with KMS with SM4 data encryption

    Scenario: KMS alone brings no other data cipher
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
  Rule: Every operation that creates an object takes the headers
    The 2019 guide names three of them; the error-code page and the operations' own
    pages name five.
    — Server-side encryption, developer guide; error code 0005-00000002

    Scenario Outline: <way> makes an object as its headers say
      Given a bucket
      When the owner creates an object by <way> with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts
      And the object is encrypted with AES256

      Examples:
        | way       |
        | PutObject |

      @needs:post
      @needs:v1
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
  Rule: An operation that creates no object refuses the header
    400 InvalidArgument on any other operation.
    — Server-side encryption, developer guide; InitiateMultipartUpload, notes

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
      And there is no such object

    @needs:multipart
    Scenario: UploadPart refuses the header
      Given a bucket
      And a multipart upload of the object with its part uploaded
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the part again
      Then the store refuses with 400 "InvalidArgument"

    @needs:multipart
    Scenario: The same UploadPart without the header is accepted
      Given a bucket
      And a multipart upload of the object with its part uploaded
      When the owner uploads the part again
      Then the store accepts

    @needs:multipart
    Scenario: CompleteMultipartUpload refuses the header and no object comes into being
      Given a bucket
      And a multipart upload of the object with its part uploaded
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner completes the multipart upload
      Then the store refuses with 400 "InvalidArgument"
      And there is no such object

    @needs:multipart
    Scenario: The same CompleteMultipartUpload without the header is accepted
      Given a bucket
      And a multipart upload of the object with its part uploaded
      When the owner completes the multipart upload
      Then the store accepts

  @OBJ-07
  @needs:objects
  Rule: An algorithm the store does not offer is refused on upload
    400 InvalidEncryptionAlgorithmError.
    — PutObject, error codes

    Scenario Outline: <algorithm> is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidEncryptionAlgorithmError"
      And there is no such object

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

    @needs:copy
    Scenario: A copy with DES is refused and nothing is stored
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | DES |
      When the owner copies the object
      Then the store refuses
      And there is no such object

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
      @needs:v1
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
    Scenario Outline: <operation> names the data cipher beside KMS
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
      And the bucket holds an object uploaded with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

    Scenario: An object encrypted with AES256 shows no key
      Given a bucket
      And the bucket holds an object uploaded with
        | x-oss-server-side-encryption | AES256 |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |

  @OBJ-16
  @needs:objects
  Rule: The three headers are answered as the service answers them
    On a bucket without a rule. KMS names the key it used; a data cipher beside any
    other algorithm is ignored.
    — Python SDK, tests/test_server_side_encryotion.py (live)

    Scenario: No header, no encryption
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

    Scenario: AES256 stands alone
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-data-encryption   | (none) |
        | x-oss-server-side-encryption-key-id | (none) |

    @needs:sm4
    Scenario: SM4 stands alone
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
    Scenario: A data cipher beside AES256 is ignored
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
    Scenario: A data cipher beside SM4 is ignored
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
  Rule: HEAD names the key even if it is the default one
    — HeadObject, response headers; Python SDK (live)

    Scenario: An object encrypted with the default key shows it
      Given a bucket
      And the bucket holds an object uploaded with
        | x-oss-server-side-encryption | KMS |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS   |
        | x-oss-server-side-encryption-key-id | (any) |

  @OBJ-22
  @needs:objects
  @needs:post
  @needs:v1
  Rule: A form upload takes the headers as form fields
    — PostObject, form fields

    Scenario: A form with AES256 makes an object with AES256
      Given a bucket
      When the owner creates an object by PostObject with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256

    @needs:kms
    @needs:sm4
    Scenario: A form with KMS, SM4 and a key makes such an object
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

    Scenario: A form with none of them makes an object without encryption
      Given a bucket without an encryption rule
      When the owner creates an object by PostObject
      Then the store accepts and answers with
        | x-oss-server-side-encryption | (none) |
      And the object is not encrypted

  @OBJ-30
  @needs:objects
  @needs:kms
  Rule: A key that cannot be used is refused, and the answer says why
    The pages differ on the code for a key that does not exist.
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
      And there is no such object

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
      Then the store refuses with 404 "KeyNotFound" or with 400 "InvalidParameter"
      And there is no such object

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
    Unlike the empty element of the rule. The code is not told.
    — Error code 0005-00000205

    Scenario: KMS beside an empty key id is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | KMS |
        | x-oss-server-side-encryption-key-id |     |
      When the owner uploads the object
      Then the store refuses
      And there is no such object

    Scenario: The same upload without the header is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts

  @OBJ-39
  @needs:objects
  @needs:kms
  Rule: An encryption context needs a key of the user's own
    The code is not told.
    — Error code 0005-00000228

    Scenario: A context beside the default key is refused and nothing is stored
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption         | KMS                      |
        | x-oss-server-side-encryption-context | eyJkZXBhcnRtZW50IjoieCJ9 |
      When the owner uploads the object
      Then the store refuses
      And there is no such object

    Scenario: The same upload without the context is accepted
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts

  @OBJ-40
  @needs:objects
  @needs:kms
  Rule: Where else an upload may name a key
    It is valid beside KMS only. On AppendObject one page takes a chosen key and
    another does not.
    — PutObject and AppendObject, request headers; error code 0005-00000208

    Scenario: An upload that names a key beside AES256
      Given a bucket
      And a request with the headers
        | x-oss-server-side-encryption        | AES256             |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner uploads the object
      Then what became of the object is reported

    @needs:append
    Scenario: An append that names a key
      Given a bucket
      When the owner creates an object by AppendObject with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      Then what became of the object is reported
