Feature: Default encryption of new objects
  The rule encrypts uploads without encryption headers. It applies to
  new objects only: older objects do not change.

  @OBJ-10
  @needs:objects
  Rule: The bucket's rule encrypts an upload without encryption headers
    — Server-side encryption, SDK guides; Java SDK BucketEncryptionTest (live)

    Scenario: Under AES256 the answer and the object show AES256
      Given a bucket whose encryption rule is AES256
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |
      And the object is encrypted with AES256

    @needs:kms
    Scenario: Under KMS the answer and the object show KMS
      Given a bucket whose encryption rule is KMS
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | KMS |
      And the object is encrypted with KMS

    @needs:kms
    Scenario: Under KMS with a key the answer names that key
      Given a bucket whose encryption rule is KMS with the target's key
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

    @needs:sm4
    Scenario: Under SM4 the answer and the object show SM4
      Given a bucket whose encryption rule is SM4
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | SM4 |
      And the object is encrypted with SM4

    @needs:kms
    @needs:sm4
    Scenario: Under KMS with SM4 the answer and the object show both
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      And the object is encrypted with KMS with SM4 data encryption

    Scenario: Without a rule the object is not encrypted
      Given a bucket without an encryption rule
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | (none) |
      And the object is not encrypted

    Scenario Outline: Under AES256 <way> creates an encrypted object
      Given a bucket whose encryption rule is AES256
      When the owner creates an object by <way>
      Then the store accepts
      And the object is encrypted with AES256

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

  @OBJ-11
  @needs:objects
  Rule: A changed rule does not change older objects
    Setting or changing the rule affects new objects only; copying an older object
    onto itself encrypts it again.
    — Server-side encryption, developer guide, FAQ

    Scenario: A rule set later does not encrypt existing objects
      Given a bucket
      And the bucket holds an object
      And the encryption rule was changed to AES256
      When the owner asks for the object's head
      Then the store accepts
      And the object is encrypted as before
      And the object reads back byte for byte

    @needs:kms
    Scenario: A rule changed later does not change existing objects
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And the encryption rule was changed to KMS
      When the owner asks for the object's head
      Then the store accepts
      And the object is encrypted as before
      And the object reads back byte for byte

    @needs:kms
    Scenario: After the change new objects follow the new rule
      Given a bucket whose encryption rule is AES256
      And the encryption rule was changed to KMS
      When the owner uploads the object
      Then the store accepts
      And the object is encrypted with KMS

    @needs:copy
    Scenario: An older object is encrypted by copying it onto itself
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object onto itself
      Then the store accepts
      And the object is encrypted with AES256
      And the object reads back byte for byte

  @OBJ-12
  @needs:objects
  @needs:kms
  Rule: The upload's own header takes precedence over the bucket's rule
    — Server-side encryption, SDK guides

    Scenario: KMS requested under an AES256 rule creates an object with KMS
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | KMS |
      And the object is encrypted with KMS

    Scenario: AES256 requested under a KMS rule creates an object with AES256
      Given a bucket whose encryption rule is KMS
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |
      And the object is encrypted with AES256

    Scenario: The upload does not change the rule itself
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner uploads the object
      Then the store accepts
      And the bucket's encryption rule is unchanged

  @OBJ-13
  @needs:objects
  Rule: Opting out of the rule
    No documented value means "do not encrypt".
    — no source

    Scenario: An upload that names the algorithm None
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-server-side-encryption | None |
      When the owner uploads the object
      Then what the store did with the object is reported

  @OBJ-24
  @needs:objects
  @needs:kms
  Rule: A rule whose key does not exist makes uploads fail
    The rule is accepted, and the upload fails because the key does not exist. The
    code is not documented.
    — Go SDK, TestBucketEncyptionPutObjectError (live)

    Scenario: The upload is refused and nothing is stored
      Given a bucket whose encryption rule is KMS with the key "test_wrong"
      When the owner uploads the object
      Then the store does not accept
      And the object does not exist

    Scenario: The same upload with a key that exists is accepted
      Given a bucket whose encryption rule is KMS with the target's key
      When the owner uploads the object
      Then the store accepts

  @OBJ-35
  @needs:objects
  Rule: Objects under a rule are stored as ciphertext
    The store encrypts each upload before it writes it to disk. The suite searches
    the store's files.
    — ossutil bucket-encryption, introduction

    Scenario Outline: An object uploaded under <rule> cannot be found on the disk
      Given a target in whose files plaintext can be found
      And a bucket whose encryption rule is <rule>
      And an object of random bytes
      When the owner uploads the object
      Then the store accepts
      And the target's files hold no trace of the object

      Examples:
        | rule   |
        | AES256 |

      @needs:kms
      Examples:
        | rule |
        | KMS  |

      @needs:sm4
      Examples:
        | rule |
        | SM4  |

      @needs:kms
      @needs:sm4
      Examples:
        | rule                         |
        | KMS with SM4 data encryption |

    Scenario: An object that asks for AES256 itself cannot be found on the disk
      Given a target in whose files plaintext can be found
      And a bucket
      And an object of random bytes
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner uploads the object
      Then the store accepts
      And the target's files hold no trace of the object

    Scenario Outline: An object created under AES256 by <way> cannot be found on the disk
      Given a target in whose files plaintext can be found
      And a bucket whose encryption rule is AES256
      And an object of random bytes
      When the owner creates an object by <way>
      Then the store accepts
      And the target's files hold no trace of the object

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

  @OBJ-50
  @needs:objects
  Rule: A replaced or deleted rule leaves nothing behind
    A rule is replaced as a whole, and only the current rule decides how an upload
    is encrypted.
    — PutBucketEncryption; Java SDK, BucketEncryptionTest (live)

    @needs:kms
    Scenario Outline: After the rule with a key was <change>, uploads use the default key
      Given a bucket whose encryption rule is KMS with the target's key
      And the bucket holds an object
      And the encryption rule was <change>
      And the encryption rule was changed to KMS
      When the owner uploads the object
      Then the store accepts
      And the object is encrypted with the default key of KMS
      And the object reads back byte for byte

      Examples:
        | change            |
        | deleted           |
        | changed to AES256 |
        | changed to KMS    |

    @needs:kms
    @needs:sm4
    Scenario Outline: After the rule with a data cipher was <change>, uploads use none
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      And the bucket holds an object
      And the encryption rule was <change>
      And the encryption rule was changed to KMS
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS    |
        | x-oss-server-side-data-encryption | (none) |
      And the object is encrypted with KMS
      And the object reads back byte for byte

      Examples:
        | change            |
        | deleted           |
        | changed to AES256 |
        | changed to KMS    |

    @needs:kms
    Scenario: After the rule with a key was changed to AES256, uploads name no key
      Given a bucket whose encryption rule is KMS with the target's key
      And the bucket holds an object
      And the encryption rule was changed to AES256
      When the owner uploads the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |
      And the object is encrypted with AES256

    @needs:kms
    Scenario Outline: An object with the key of a rule that was <change> reads back
      Given a bucket whose encryption rule is KMS with the target's key
      And the bucket holds an object
      And the encryption rule was <change>
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      And the object reads back byte for byte

      Examples:
        | change            |
        | deleted           |
        | changed to AES256 |
        | changed to KMS    |

  @OBJ-52
  @needs:objects
  @needs:multipart
  Rule: Deleting the rule while a multipart upload is unfinished
    No page says which rule counts for an upload without encryption headers, that of
    its beginning or that of its completion.
    — no source

    Scenario: An upload that began under AES256 is completed without a rule
      Given a bucket whose encryption rule is AES256
      And the bucket holds an unfinished multipart upload
      And the encryption rule was deleted
      When the owner completes the multipart upload
      Then what the store did with the object is reported
