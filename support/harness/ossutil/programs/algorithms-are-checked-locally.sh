#!/bin/sh
# clause: CLI-12
# mistake: Refuses an algorithm that is not on a list of its own, as ossutil did before it knew SM4.
# caught as: got "Error: value of option --sse-algorithm must be KMS or AES256
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
echo 'Error: value of option --sse-algorithm must be KMS or AES256'
exit 1
