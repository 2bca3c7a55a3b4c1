#!/usr/bin/env bash
# A workbook of a whole statement, read, understood and validated, against a walk over the same zip with a StAX reader, in turn.
# Within 256 MB, as the process that reads uploads; its start is left out. A workbook may be given, for example one LibreOffice saved.
source "$(dirname "$0")/lib.sh"
jar
classes=$work/importing; rm -rf "$classes"; mkdir -p "$classes"
"$java"c -d "$classes" -cp "$work/app/torokubo.jar:$work/app/lib/*" "$here"/importing/*.java
echo "workbook of a statement, $(machine)"
"$java" -Xmx256m -cp "$classes:$work/app/torokubo.jar:$work/app/lib/*" Importing "$@"
