#!/bin/sh
# clause: CLI-01
# mistake: Ends well before it has sent anything, as a stub that was never filled in does.
# caught as: expected SSEAlgorithm AES256, got no rule
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
printf '\n0.000001(s) elapsed\n'
