// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.store;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.torokubo.ground.files.DossierFiles;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.identity.Reach;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a content once for each dossier. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DossierFilesInDatabase implements DossierFiles {

    private final JdbcClient database;
    private final InstantSource clock;

    DossierFilesInDatabase(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String keep(Reach reach, DossierId dossier, Path file) {
        if (!reach.opens(dossier)) {
            throw new IllegalArgumentException("a file for a dossier that is out of reach");
        }
        var content = Contents.read(file);
        var hash = Contents.sha256(content);
        database.sql("""
                        insert into files.dossier_file (dossier, hash, content, kept_at) values (:dossier, :hash, :content, :now)
                        on conflict (dossier, hash) do nothing
                        """)
                .param("dossier", dossier.value())
                .param("hash", hash)
                .param("content", content)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return hash;
    }

    @Override
    public Map<String, Long> sizes(Reach reach, DossierId dossier) {
        var sizes = new HashMap<String, Long>();
        database.sql("""
                        select hash, octet_length(content) as bytes from files.dossier_file
                        where dossier = :dossier and dossier = any (:reach)
                        """)
                .param("dossier", dossier.value())
                .param("reach", reach.dossierArray())
                .query((RowCallbackHandler) row -> sizes.put(row.getString("hash"), row.getLong("bytes")));
        return sizes;
    }

    @Override
    public Optional<byte[]> content(Reach reach, DossierId dossier, String hash) {
        return database.sql("""
                        select content from files.dossier_file
                        where dossier = :dossier and dossier = any (:reach) and hash = :hash
                        """)
                .param("dossier", dossier.value())
                .param("reach", reach.dossierArray())
                .param("hash", hash)
                .query(byte[].class)
                .optional();
    }
}
