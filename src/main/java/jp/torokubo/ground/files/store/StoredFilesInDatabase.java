// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.store;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import jp.torokubo.ground.files.StoredFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredFilesInDatabase implements StoredFiles {

    private final JdbcClient database;
    private final InstantSource clock;

    StoredFilesInDatabase(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String keep(Path file) {
        byte[] content = Contents.read(file);
        String hash = Contents.sha256(content);
        database.sql("""
                        insert into files.stored_file (hash, content, kept_at) values (:hash, :content, :now)
                        on conflict (hash) do nothing""")
                .param("hash", hash).param("content", content).param("now", Timestamp.from(clock.instant())).update();
        return hash;
    }

    @Override
    public Optional<byte[]> content(String hash) {
        return database.sql("select content from files.stored_file where hash = :hash").param("hash", hash)
                .query(byte[].class).optional();
    }
}
