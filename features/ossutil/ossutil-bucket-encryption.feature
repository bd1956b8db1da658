Feature: ossutil bucket-encryption
  The command of ossutil that sets, reads and deletes a bucket's rule. What is
  judged here is the program: what it prints, how it ends, and what reaches the
  store. Where the answer matters and not the store, a stand-in gives it.

  @CLI-01
  Rule: --method put, get and delete set, read and delete the rule
    — ossutil bucket-encryption, 命令格式

    Scenario: put sets the rule
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: get prints the rule and leaves it
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And the rule it prints holds
        | SSEAlgorithm | AES256 |
      And the bucket's encryption rule is unchanged

    Scenario: delete removes the rule and leaves the bucket
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 0
      And the bucket has no encryption rule
      And the bucket still exists

  @CLI-02
  Rule: --sse-algorithm names KMS or AES256
    The Chinese page and the help text also list SM4.
    — ossutil bucket-encryption, 参数说明

    Scenario Outline: <algorithm> becomes the bucket's algorithm
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm <algorithm>"
      Then it exits with 0
      And the bucket's encryption rule holds
        | SSEAlgorithm | <algorithm> |

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

  @CLI-03
  @needs:kms
  Rule: Without --kms-masterkey-id KMS takes the default key
    — ossutil bucket-encryption, 参数说明

    Scenario: The rule names no key
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS"
      Then it exits with 0
      And the bucket's encryption rule holds
        | SSEAlgorithm   | KMS    |
        | KMSMasterKeyID | (none) |

  @CLI-04
  @needs:kms
  @needs:sm4
  Rule: --kms-data-encryption chooses the cipher of the objects under KMS
    — ossutil bucket-encryption (zh), 参数说明

    Scenario: SM4 is set
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-data-encryption SM4"
      Then it exits with 0
      And the bucket's encryption rule is KMS with SM4 data encryption

    Scenario: SM4 is printed
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints the line "KMSDataEncryption:SM4"

  @CLI-05
  Rule: The page's examples do what the page says
    They stand here as they are printed, but for the program's name and the key.
    — ossutil bucket-encryption, 使用示例

    Scenario: SSE-OSS with AES256
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256"
      Then its last line reads like "0.856895(s) elapsed"
      And the bucket's encryption rule is AES256

    @needs:kms
    Scenario: SSE-KMS with a key
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-masterkey-id KMS_KEY_ID"
      Then its last line reads like "0.856895(s) elapsed"
      And the bucket's encryption rule holds
        | SSEAlgorithm      | KMS                |
        | KMSMasterKeyID    | (the target's key) |
        | KMSDataEncryption | (none)             |

  @CLI-06
  Rule: A change that succeeds prints nothing but how long it took
    — ossutil bucket-encryption, 使用示例

    Scenario Outline: <method> prints one line behind a blank one
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket <options>"
      Then it exits with 0
      And it prints
        """

        0.856895(s) elapsed
        """
      And nothing stands on stderr

      Examples:
        | method | options                |
        | put    | --sse-algorithm AES256 |
        | delete |                        |

  @CLI-07
  @needs:kms
  Rule: get prints the three elements of a KMS rule, empty where there is nothing
    — ossutil bucket-encryption, 获取Bucket加密配置

    Scenario: KMS without a key
      Given a bucket whose encryption rule is KMS
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And its first lines are
        """
        SSEAlgorithm:KMS
        KMSMasterKeyID:
        KMSDataEncryption:
        """

  @CLI-08
  Rule: get prints the algorithm alone where it is not KMS
    Two blank lines follow the rule, then the line on the time behind a blank one.
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: AES256
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints
        """
        SSEAlgorithm:AES256



        0.856895(s) elapsed
        """
      And nothing stands on stderr

  @CLI-09
  Rule: Endpoint and keys may be given as options behind the bucket
    — ossutil bucket-encryption, 通用选项

    Scenario: The page's example for another account
      Given a bucket
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256 -e ENDPOINT -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: All options in front of the bucket
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption -e ENDPOINT --sse-algorithm AES256 --method put oss://examplebucket"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store

  @CLI-10
  Rule: The method is put, get or delete in any letter case
    — ossutil 1.7.19, bucket_encryption.go

    Scenario Outline: <method> is a method
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket"
      Then it exits with 0
      And "<sent> /examplebucket/?encryption" reached the store

      Examples:
        | method | sent   |
        | PUT    | PUT    |
        | Get    | GET    |
        | dELETE | DELETE |

    Scenario Outline: "<option>" is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption oss://examplebucket <option>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | option        | text                                                         |
        |               | --method value is empty                                      |
        | --method post | --method value is not in the optional value:put\|get\|delete |

  @CLI-11
  Rule: A key beside AES256 is refused before a request is sent
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: AES256 with a key is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256 --kms-masterkey-id 123"
      Then it exits with 1
      And it prints the line "Error: value of option --kms-masterkey-id must be empty if value of option --sse-algorithm is AES256"
      And nothing reached the store

    Scenario Outline: <algorithm> with a key is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm <algorithm> --kms-masterkey-id 123"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store

      Examples:
        | algorithm |
        | KMS       |
        | aes256    |

  @CLI-12
  Rule: The algorithm is the store's to judge
    — ossutil 1.7.19, bucket_encryption.go and its test

    Scenario: The store refuses an algorithm it does not know, and the old rule stays
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm BES356"
      Then it exits with 1
      And it prints a line that begins with "Error: oss: service returned error: StatusCode=400, ErrorCode=InvalidEncryptionAlgorithmError,"
      And the bucket's encryption rule is unchanged

    Scenario: Without an algorithm the element is left out
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket"
      Then it exits with 0
      And the body that reached the store is
        """
        <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>
        """

  @CLI-13
  Rule: The command takes exactly one argument
    — ossutil 1.7.19, command.go

    Scenario Outline: <arguments> is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get <arguments>"
      Then it exits with 1
      And it prints the line 'Error: invalid usage of "bucket-encryption" command, reason: the command needs at <bound> 1 argument, please try "help bucket-encryption" for more information'
      And nothing reached the store

      Examples:
        | arguments                               | bound |
        |                                         | least |
        | oss://examplebucket oss://examplebucket | most  |

    Scenario: One argument is accepted
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-14
  Rule: --retry-times is refused, although the general options list it
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: --retry-times is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --retry-times 3"
      Then it exits with 1
      And it prints the line 'Error: invalid usage of "bucket-encryption" command, reason: the command does not support option: "retryTimes", please try "help bucket-encryption" for more information'
      And nothing reached the store

    Scenario: Without --retry-times the same is accepted
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-15
  Rule: The general options that fit the command are accepted
    — ossutil 1.7.19, bucket_encryption.go

    Scenario Outline: <option> is accepted
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option>"
      Then it exits with 0

      Examples:
        | option               |
        | --region cn-hangzhou |
        | --read-timeout 60    |
        | --connect-timeout 60 |
        | --force-path-style   |
        | --sign-version v1    |
        | --sts-token token    |

  @CLI-16
  Rule: A failure is said on stdout and ends with 1
    — ossutil 1.7.19, captured runs

    Scenario Outline: <method> says it once
      Given a stand-in store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchBucket</Code>
          <Message>The specified bucket does not exist.</Message>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket --sse-algorithm KMS"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        """
      And nothing stands on stderr

      Examples:
        | method |
        | put    |
        | delete |

    Scenario: get says it twice
      Given a stand-in store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchBucket</Code>
          <Message>The specified bucket does not exist.</Message>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        GetBucketEncryption error,info:oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        """
      And nothing stands on stderr

  @CLI-17
  Rule: A store's error is printed with status, code, message, request id, endpoint and EC
    Endpoint and EC stand there only where the store gave them.
    — Go SDK, ServiceError; ossutil 1.7.19, captured runs

    Scenario: An error with EC
      Given a stand-in store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchServerSideEncryptionRule</Code>
          <Message>The server side encryption configuration was not found.</Message>
          <EC>0005-00000004</EC>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchServerSideEncryptionRule, ErrorMessage="The server side encryption configuration was not found.", RequestId=5C1B138A109F4E405B2D8AEF, Ec=0005-00000004
        """

    Scenario: An error with the endpoint to be used
      Given a stand-in store that answers 403 with
        """xml
        <Error>
          <Code>AccessDenied</Code>
          <Message>Use the specified endpoint.</Message>
          <Endpoint>oss-cn-shanghai.aliyuncs.com</Endpoint>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Use the specified endpoint.", RequestId=5C1B138A109F4E405B2D8AEF, Endpoint=oss-cn-shanghai.aliyuncs.com
        """

    Scenario: A body that is no error document
      Given a stand-in store that answers 501 with
        """html
        <html>nope</html>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned invalid response body, status = 501 Not Implemented, RequestId = 5C1B138A109F4E405B2D8AEF
        """

  @CLI-18
  Rule: A command that there is not is refused by name
    — ossutil 1.7.19, command_manager.go

    Scenario: An unknown command
      Given a stand-in store
      When ossutil 1.x runs "bucket-encription --method get oss://examplebucket"
      Then it exits with 1
      And it prints the line 'Error: no such command: "bucket-encription", please try "help" for more information'
      And nothing reached the store

  @CLI-19
  Rule: The command line overrides the configuration file
    -e also disables the endpoints of single buckets in the file.
    — ossutil 1.7.19, command.go

    Scenario Outline: The access key id of <option> is used
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> FROMTHELINE"
      Then it exits with 0
      And the request was signed as "OSS FROMTHELINE:"

      Examples:
        | option          |
        | -i              |
        | --access-key-id |

    Scenario Outline: The endpoint of <option> is used, also for a bucket with one of its own
      Given a stand-in store
      And the configuration file
        """
        [Credentials]
        endpoint=http://127.0.0.1:1
        accessKeyID=ACCESS_KEY_ID
        accessKeySecret=ACCESS_KEY_SECRET
        [Bucket-Endpoint]
        examplebucket=http://127.0.0.1:1
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> ENDPOINT"
      Then it exits with 0

      Examples:
        | option     |
        | -e         |
        | --endpoint |

    Scenario Outline: The token of <option> is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> FROMTHELINE"
      Then it exits with 0
      And the request carried the header "X-Oss-Security-Token: FROMTHELINE"

      Examples:
        | option      |
        | -t          |
        | --sts-token |

  @CLI-20
  Rule: The configuration file is INI with alternative names for its keys
    Letter case does not matter.
    — ossutil 1.7.19, config_helper.go

    Scenario Outline: <endpoint>, <id> and <secret>
      Given a stand-in store
      And the configuration file
        """
        [Credentials]
        <endpoint> = ENDPOINT
        <id> = ACCESS_KEY_ID
        <secret> = ACCESS_KEY_SECRET
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And the request was signed as "OSS AKIDEXAMPLE:"

      Examples:
        | endpoint | id            | secret            |
        | endpoint | accessKeyID   | accessKeySecret   |
        | HOST     | access_key_id | access_key        |
        | Endpoint | access-id     | ACCESS_KEY_secret |

    Scenario: A bucket may have an endpoint of its own
      Given a stand-in store
      And the configuration file
        """
        [Credentials]
        endpoint=http://127.0.0.1:1
        accessKeyID=ACCESS_KEY_ID
        accessKeySecret=ACCESS_KEY_SECRET
        [Bucket-Endpoint]
        examplebucket=ENDPOINT
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-21
  Rule: Without a configuration file and without any connecting option nothing is sent
    — ossutil 1.7.19, config_helper.go

    Scenario: Neither file nor option
      Given a stand-in store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints a line that begins with "Error: Read config file error: "
      And nothing reached the store

    Scenario: Options without a file are enough
      Given a stand-in store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket -e ENDPOINT -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET"
      Then it exits with 0

  @CLI-22
  Rule: A missing endpoint, key id or secret is refused before a request is sent
    — ossutil 1.7.19, command.go

    Scenario Outline: <options> is not enough
      Given a stand-in store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <options>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | options                               | text                                                                        |
        | -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET | invalid endpoint, endpoint is empty, please check your config               |
        | -e ENDPOINT -k ACCESS_KEY_SECRET      | accessKeyID and ecsUrl are both empty                                       |
        | -e ENDPOINT -i ACCESS_KEY_ID          | invalid accessKeySecret, accessKeySecret is empty, please check your config |

  @CLI-23
  Rule: Requests are signed by V1 unless --sign-version says v4, which needs --region
    — ossutil 1.7.19, command.go

    Scenario: V1 without being told
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And the request was signed as "OSS AKIDEXAMPLE:"

    Scenario: V4 with a region
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --sign-version v4 --region cn-hangzhou"
      Then it exits with 0
      And the request was signed as "OSS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"

    Scenario: V4 without a region is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --sign-version v4"
      Then it exits with 1
      And it prints the line "Error: In the v4 signature scenario, please enter the region"
      And nothing reached the store

  @CLI-24
  Rule: --loglevel is info or debug
    — ossutil 1.7.19, command_manager.go

    Scenario: Any other is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --loglevel trace"
      Then it exits with 1
      And it prints the line "Error: loglevel must be:info|debug"
      And nothing reached the store

    Scenario: info is accepted
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --loglevel info"
      Then it exits with 0
      And its last line reads like "0.856895(s) elapsed"

  @CLI-25
  Rule: --force-path-style keeps the bucket in the path of a host name
    — ossutil 1.7.19, option.go

    Scenario: An endpoint that is a name
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket -e HOST_NAME_ENDPOINT --force-path-style"
      Then it exits with 0
      And "GET /examplebucket/?encryption" reached the store

  @CLI-27
  Rule: Reading a rule that was deleted fails
    — ossutil 1.7.19, TestBucketEncryptionDeleteSuccess

    Scenario: get after a deletion
      Given a bucket whose encryption rule was deleted
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints a line that begins with "Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchServerSideEncryptionRule,"

  @CLI-29
  @needs:v4
  Rule: ossutil 2.x sets the rule by api put-bucket-encryption
    — ossutil 2.x, put-bucket-encryption

    Scenario: The rule as XML
      Given a bucket
      When ossutil 2.x runs "api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID></KMSMasterKeyID></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: The rule in a file
      Given a bucket
      And the file "rule.xml"
        """xml
        <ServerSideEncryptionRule>
          <ApplyServerSideEncryptionByDefault>
            <SSEAlgorithm>AES256</SSEAlgorithm>
          </ApplyServerSideEncryptionByDefault>
        </ServerSideEncryptionRule>
        """
      When ossutil 2.x runs "api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule file://rule.xml"
      Then it exits with 0
      And the bucket's encryption rule is AES256

  @CLI-30
  @needs:v4
  Rule: ossutil 2.x prints the rule by api get-bucket-encryption
    — ossutil 2.x, get-bucket-encryption

    Scenario: The rule is printed and stays
      Given a bucket whose encryption rule is AES256
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket"
      Then it exits with 0
      And the rule it prints holds
        | SSEAlgorithm | AES256 |
      And the bucket's encryption rule is unchanged

  @CLI-31
  @needs:v4
  Rule: ossutil 2.x deletes the rule by api delete-bucket-encryption
    — ossutil 2.x, delete-bucket-encryption

    Scenario: The rule is removed and the bucket stays
      Given a bucket whose encryption rule is AES256
      When ossutil 2.x runs "api delete-bucket-encryption --bucket examplebucket"
      Then it exits with 0
      And the bucket has no encryption rule
      And the bucket still exists

  @CLI-32
  Rule: ossutil 2.x needs a region
    — ossutil 2.x, new features

    Scenario: Without a region nothing is sent
      Given a stand-in store
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket"
      Then it fails
      And nothing reached the store

    Scenario: With a region the same is accepted
      Given a stand-in store
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket --region cn-hangzhou"
      Then it exits with 0
      And the request was signed as "OSS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"

  @CLI-33
  @needs:v4
  Rule: ossutil 2.x takes JSON without the root element
    — ossutil 2.x, put-bucket-encryption (zh)

    Scenario: AES256 as JSON
      Given a bucket
      When ossutil 2.x runs 'api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule {"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}'
      Then it exits with 0
      And the bucket's encryption rule is AES256

  @CLI-34
  Rule: How ossutil 2.x ends when it fails
    — no source

    Scenario: The store refuses
      Given a stand-in store that answers 403
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket --region cn-hangzhou"
      Then its exit code is reported

  @CLI-37
  Rule: put sends a plain body without declaration and without Content-MD5
    — ossutil 1.7.19, captured runs

    Scenario: KMS with a key
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-masterkey-id 123"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store
      And the request carried the header "Content-Type: text/plain; charset=utf-8"
      And the request carried no header "Content-MD5"
      And the body that reached the store is
        """
        <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>123</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>
        """

  @CLI-38
  Rule: A success of another status than the documented is a failure
    — ossutil 1.7.19, captured runs

    Scenario Outline: <method> answered with <status>
      Given a stand-in store that answers <status>
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket"
      Then it exits with 1
      And it prints the line "Error: <text>"

      Examples:
        | method | status | text                                                                           |
        | put    | 204    | oss: status code from service response is 204 No Content; was expecting 200 OK |
        | delete | 200    | oss: status code from service response is 200 OK; was expecting 204 No Content |
        | get    | 204    | EOF                                                                            |

  @CLI-39
  Rule: What cannot be a bucket is refused before a request is sent
    — ossutil 1.7.19, storage_url.go; Go SDK, CheckBucketName

    Scenario Outline: <argument> is refused and nothing is sent
      Given a stand-in store
      When ossutil 1.x runs "bucket-encryption --method get <argument>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | argument            | text                                                                         |
        | examplebucket       | parameter is not a cloud url,url is examplebucket                            |
        | oss://              | bucket name is empty,url is oss://                                           |
        | oss://ExampleBucket | bucket name ExampleBucket can only include lowercase letters, numbers, and - |
        | oss://eb            | bucket name eb len is between [3-63],now is 2                                |

  @CLI-40
  Rule: Whether the raw client, ossutil and an SDK see the same store
    Each goes the same way on a bucket of its own; ali-oss where it is installed.
    — the clients on the wire

    Scenario: AES256 is set, read and deleted, and another algorithm refused
      When every path goes through
        | set    | AES256 |
        | read   |        |
        | set    | BES356 |
        | read   |        |
        | delete |        |
        | read   |        |
      Then where the paths differ is reported

    @needs:kms
    Scenario: KMS replaces AES256
      When every path goes through
        | set  | AES256 |
        | set  | KMS    |
        | read |        |
      Then where the paths differ is reported

    Scenario: A bucket that does not exist
      Given a bucket that does not exist
      When every path goes on that bucket through
        | set    | AES256 |
        | read   |        |
        | delete |        |
      Then where the paths differ is reported
