#!/bin/sh
# clause: CLI-13
# mistake: Prints errors to stderr, where any other program would.
# caught as: got ""
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
echo 'Error: invalid usage of "bucket-encryption" command, reason: the command needs at least 1 argument, please try "help bucket-encryption" for more information' >&2
exit 1
