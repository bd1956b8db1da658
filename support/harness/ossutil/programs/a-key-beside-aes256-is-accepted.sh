#!/bin/sh
# clause: CLI-11
# mistake: Leaves it to the store whether a key fits the algorithm.
# caught as: expected the exit code 1, got 0
[ "$1" = --version ] && echo 'ossutil version: v1.7.19' && exit
printf '\n0.000001(s) elapsed\n'
