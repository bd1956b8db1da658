#!/bin/sh
# clause: CLI-06
# mistake: Prints the time in milliseconds, because nobody needs more.
# caught as: 0.856(s) elapsed
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
printf '\n0.856(s) elapsed\n'
