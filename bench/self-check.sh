#!/usr/bin/env bash
# The self-check of a statement with all its rows answered, against one plain pass over the same rows, in turn.
source "$(dirname "$0")/lib.sh"
jar
echo "self-check, 1,163 rows and their objectives, $(machine)"
"$java" -cp "$work/app/torokubo.jar:$work/app/lib/*" "$here/SelfChecking.java"
