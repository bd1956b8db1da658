@needs:objects
Feature: Object names
  A name is up to 1,023 bytes of UTF-8: not a path, a file name or a pattern.

  @KEY-01
  Rule: A name has 1 to 1,023 bytes
    — Object naming conventions; HTTP 400 status code

    Scenario Outline: <what> is accepted
      Given a bucket
      And an object named "<name>"
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

      Examples:
        | what                                    | name           |
        | One byte                                | a              |
        | A name of 1,023 ASCII characters        | (1023 times a) |
        | A name of 1,023 bytes in 341 characters | (341 times 中)  |

    Scenario Outline: <what> is refused and nothing is stored
      Given a bucket
      And an object named "<name>"
      When the owner uploads the object
      Then the store refuses with 400 "InvalidObjectName"
      And nothing in the bucket has changed

      Examples:
        | what                                    | name           |
        | A name of 1,024 ASCII characters        | (1024 times a) |
        | A name of 1,026 bytes in 342 characters | (342 times 中)  |

    @needs:post
    Scenario: A form whose key is empty is refused and nothing is stored
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And an object named ""
      When the owner creates an object by PostObject
      Then the store answers 400
      And the bucket holds exactly the objects
        | name | content |
        | a    | one     |

  @KEY-02
  Rule: A name begins with neither a slash nor a backslash
    — Object naming conventions; Java SDK ObjectWithPrefixSlashTest (live)

    Scenario Outline: <what> is refused and the object without it stays
      Given a bucket
      And the bucket holds the objects
        | name     | content |
        | test.txt | old     |
      And an object named "<name>"
      When the owner uploads the object
      Then the store refuses with 400 "InvalidObjectName"
      And nothing in the bucket has changed

      Examples:
        | what        | name           |
        | A slash     | /test.txt      |
        | A backslash | (0x5c)test.txt |

  @KEY-03
  Rule: Names are case-sensitive
    — Terms, "object"

    Scenario: Key and key are two objects
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | Key  | one     |
      And an object named "key"
      And an object with the content "two"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name | content |
        | Key  | one     |
        | key  | two     |

  @KEY-04
  Rule: A slash in a name creates no folder
    — PutObject, usage notes; Ruby SDK test_object_key (live)

    Scenario Outline: "<name>" gets bytes and metadata of its own
      Given a bucket
      And the bucket holds the objects
        | name     | content | x-oss-meta-author |
        | <first>  | one     | alice             |
        | <second> | two     | bob               |
      And an object named "<name>"
      And a request with the headers
        | x-oss-meta-author | carol |
      And an object with the content "three"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name     | content | x-oss-meta-author |
        | <first>  | one     | alice             |
        | <second> | two     | bob               |
        | <name>   | three   | carol             |

      Examples:
        | name  | first | second |
        | a     | a/    | a/b    |
        | a/    | a     | a/b    |
        | a/b   | a     | a/     |
        | a/b/c | a/b   | a/c    |

  @KEY-05
  Rule: Every printable ASCII character is allowed in a name
    — Go SDK V1 TestPutObjectKeyChars, Java SDK testGetObjectWithSpecialChars (live)

    Scenario Outline: "<name>"
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And an object named "<name>"
      And an object with the content "two"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | a      | one     |
        | <name> | two     |

      Examples:
        | name                              |
        | ~!@#$%^&*()_-+=[]{}<>,.?:;'(0x60) |
        | a(0x7c)(0x5c)(0x22)b              |
        | a b                               |
        | a?b=c                             |
        | a#b                               |
        | a%41                              |
        | ?a                                |

  @KEY-06
  Rule: A plus sign in the path is a plus sign
    — ali-oss and Python SDK V1 tests (live)

    Scenario: Plain and escaped it is the same name
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a+b  | one     |
        | a b  | two     |
      And a request whose name has a plain plus sign
      When the owner reads the object
      Then the answer is the whole object

    Scenario: A space is %20
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a b  | one     |
        | a+b  | two     |
      When the owner reads the object
      Then the answer is the whole object

  @KEY-07
  Rule: An escape means its character
    — CopyObject, example; Python SDK V1 test_get_object_with_sign_url_slash_safe (live)

    Scenario Outline: A request whose name has <writing> finds the object
      Given a bucket
      And the bucket holds the objects
        | name      | content |
        | ab/cd.txt | one     |
      And a request whose name has <writing>
      When the owner reads the object
      Then the answer is the whole object

      Examples:
        | writing                 |
        | %2F for its slashes     |
        | escapes for its letters |

  @KEY-08
  Rule: Any other character is allowed in a name
    — Python SDK V1 test_chinese, Go, C++, Ruby and ali-oss tests (live)

    Scenario Outline: <what>
      Given a bucket
      And an object named "<name>"
      And an object with the content "one"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | <name> | one     |

      Examples:
        | what                       | name     |
        | Chinese                    | 中国人      |
        | A letter with an accent    | é        |
        | A character beyond the BMP | 😀       |
        | A line feed                | a(0x0a)b |
        | A form feed                | a(0x0c)b |
        | The byte 1                 | a(0x01)b |
        | The byte 127               | a(0x7f)b |

    @needs:post
    Scenario: The byte 1 in the key of a form
      Given a bucket
      And an object named "a(0x01)b"
      And an object with the content "one"
      When the owner creates an object by PostObject
      Then the store accepts
      And the bucket holds exactly the objects
        | name     | content |
        | a(0x01)b | one     |

  @KEY-09
  Rule: A name that is not UTF-8 is refused
    — PHP SDK testObjectKeyWithNonUTF8Name (live); error code 0016-00000002

    Scenario: Two bytes of GBK are refused and nothing is stored
      Given a bucket
      And a request whose name is not UTF-8
      When the owner uploads the object
      Then the store answers 400
      And nothing in the bucket has changed

  @KEY-10
  Rule: Names are not resolved like paths
    — Object naming conventions

    Scenario: A doubled slash is another name
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a/b  | one     |
      And an object named "a//b"
      And an object with the content "two"
      When the owner uploads the object
      And an object named "a/b"
      And an object with the content "one"
      And the owner reads the object
      Then the answer is the whole object

    Scenario Outline: <name> does not reach b
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | b    | one     |
      And an object named "<name>"
      And an object with the content "two"
      When the owner uploads the object
      And an object named "b"
      And an object with the content "one"
      And the owner reads the object
      Then the answer is the whole object

      Examples:
        | name     |
        | a/../b   |
        | ./b      |
        | a/./../b |

    Scenario: Escaped dots do not reach b either
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | b    | one     |
      And an object named "a/../b"
      And a request whose name has escapes for its dots
      And an object with the content "two"
      When the owner uploads the object
      And an object named "b"
      And an object with the content "one"
      And the owner reads the object
      Then the answer is the whole object
