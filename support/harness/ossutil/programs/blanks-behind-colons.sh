#!/bin/sh
# clause: CLI-07
# mistake: Prints a blank behind each colon, because it reads better.
# caught as: got "SSEAlgorithm: KMS
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
printf 'SSEAlgorithm: KMS\nKMSMasterKeyID: \nKMSDataEncryption: \n\n\n\n0.000001(s) elapsed\n'
