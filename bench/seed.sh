#!/usr/bin/env bash
# Makes a data folder with invented services, by COPY, past the product's own path: seed.sh FOLDER SERVICES VERSIONS
source "$(dirname "$0")/lib.sh"
folder=$1 services=$2 versions=$3
[ ! -f "$folder/seeded" ] || exit 0
jar
start_program "$folder" --torokubo.first-load=false
"$java" "$here/SeedRegister.java" "$services" "$versions" "$work/versions.tsv"
sql "$folder" <<SQL
set session_replication_role = replica;
insert into register.event (register, index, recorded_at, type, schema, concerns, root, body, role, leaf_hash)
values ('ismap', 0, '2026-01-01T00:00:00Z', 'publication-loaded', 1, '2030-12-31', 0, '{}', 'bench', repeat('0', 64));
insert into register.horizon values ('ismap', 0, 9223372036854775807, '2030-12-31');
-- the indexes as they are, but built once and not grown row by row
create temp table definition as
    select indexname, indexdef from pg_indexes
     where schemaname = 'register' and tablename = 'service_version' and indexname not like '%_pkey';
do \$\$ declare d record; begin for d in select * from definition loop execute 'drop index register.' || d.indexname; end loop; end \$\$;
\\copy register.service_version from '$work/versions.tsv'
set maintenance_work_mem = '1GB';
do \$\$ declare d record; begin for d in select * from definition loop execute d.indexdef; end loop; end \$\$;
vacuum analyze register.service_version;
SQL
rm -f "$work/versions.tsv"
stop_program
touch "$folder/seeded"
echo "seeded $services services with $versions versions each into $folder"
