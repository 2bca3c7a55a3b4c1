#!/usr/bin/env bash
# Planes from 10,000 frozen statements against COPY of the same choices as rows, in turn.
source "$(dirname "$0")/lib.sh"
jar
start_program "$work/planes-data" --torokubo.first-load=false
echo "planes, 10,000 statements, $(machine)"
password=$(cat "$(find "$work/planes-data" -maxdepth 2 -name owner-password | head -1)")
"$java" -cp "$work/app/torokubo.jar:$work/app/lib/*" "$here/Planes.java" \
  "jdbc:postgresql://127.0.0.1:$(engine_port "$work/planes-data")/torokubo" torokubo_owner "$password"
