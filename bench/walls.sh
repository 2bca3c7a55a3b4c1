#!/usr/bin/env bash
# Row level security with assignments, 1,000,000 rows in 10,000 dossiers: the same query behind a wall and without one, in turn.
source "$(dirname "$0")/lib.sh"
jar
start_program "$work/walls-data" --torokubo.first-load=false
echo "walls, 1,000,000 rows, $(machine)"
password=$(cat "$(find "$work/walls-data" -maxdepth 2 -name owner-password | head -1)")
"$java" -cp "$(ls "$work"/app/lib/postgresql-*.jar)" "$here/Walls.java" \
  "jdbc:postgresql://127.0.0.1:$(engine_port "$work/walls-data")/torokubo" torokubo_owner "$password"
