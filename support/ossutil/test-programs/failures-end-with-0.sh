#!/bin/sh
# clause: CLI-18
# mistake: Prints the error and forgets the exit code.
# caught as: expected the exit code 1, got 0
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
echo "Error: no such command: \"$1\", please try \"help\" for more information"
