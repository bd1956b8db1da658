Feature: What sub-accounts may do with the encryption rule
  Each call has a right of its own. A sub-account with the right to one may not make
  the others, and one without rights may make none. Every sub-account belongs to the
  bucket's owner.

  @PBE-40
  Rule: Setting the rule takes the right to set it, and no other
    — PutBucketEncryption, permissions

    Scenario Outline: <sub-account> is refused and no rule is created
      Given a bucket without an encryption rule
      When <sub-account> sets the encryption rule to AES256
      Then the store refuses with 403 "AccessDenied"
      And the bucket has no encryption rule

      Examples:
        | sub-account                        |
        | a sub-account that may only read   |
        | a sub-account that may only delete |
        | a sub-account without rights       |

    Scenario: A sub-account that may only write sets the rule
      Given a bucket without an encryption rule
      When a sub-account that may only write sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

  @GBE-21
  Rule: Reading the rule takes the right to read it, and no other
    — GetBucketEncryption, permissions

    Scenario Outline: <sub-account> is refused
      Given a bucket whose encryption rule is AES256
      When <sub-account> reads the encryption rule
      Then the store refuses with 403 "AccessDenied"

      Examples:
        | sub-account                        |
        | a sub-account that may only write  |
        | a sub-account that may only delete |
        | a sub-account without rights       |

    Scenario: A sub-account that may only read reads the rule
      Given a bucket whose encryption rule is AES256
      When a sub-account that may only read reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

  @DBE-11
  Rule: Deleting the rule takes the right to delete it, and no other
    — DeleteBucketEncryption, permissions

    Scenario Outline: <sub-account> is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      When <sub-account> deletes the encryption rule
      Then the store refuses with 403 "AccessDenied"
      And the bucket's encryption rule is unchanged

      Examples:
        | sub-account                       |
        | a sub-account that may only read  |
        | a sub-account that may only write |
        | a sub-account without rights      |

    Scenario: A sub-account that may only delete deletes the rule
      Given a bucket whose encryption rule is AES256
      When a sub-account that may only delete deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule

  @GBI-10
  Rule: Reading the bucket info takes the right to read it, and no other
    — GetBucketInfo, permissions

    Scenario Outline: <sub-account> is refused
      Given a bucket whose encryption rule is AES256
      When <sub-account> reads the bucket info
      Then the store refuses with 403 "AccessDenied"

      Examples:
        | sub-account                        |
        | a sub-account that may only write  |
        | a sub-account that may only delete |
        | a sub-account without rights       |

    Scenario: A sub-account that may only read reads the bucket info
      Given a bucket whose encryption rule is AES256
      When a sub-account that may only read reads the bucket info
      Then the store accepts
