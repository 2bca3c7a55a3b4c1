// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.jobs.store;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.torokubo.ground.jobs.FailedJobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FailedJobsInDatabase implements FailedJobs {

    private final JdbcClient database;
    private final InstantSource clock;

    FailedJobsInDatabase(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<FailedJob> list() {
        return database.sql("""
                        select id, kind, subject, failed_at, reason from jobs.failed_job
                        order by failed_at desc, id desc limit 200""")
                .query((row, number) -> new FailedJob(row.getObject("id", UUID.class), row.getString("kind"),
                        row.getString("subject"), row.getTimestamp("failed_at").toInstant(), row.getString("reason")))
                .list();
    }

    @Override
    public void record(String kind, String subject, String reason) {
        database.sql("""
                        insert into jobs.failed_job (id, kind, subject, failed_at, reason)
                        values (:id, :kind, :subject, :now, :reason)""")
                .param("id", Generators.timeBasedEpochGenerator().generate()).param("kind", kind).param("subject", subject)
                .param("now", Timestamp.from(clock.instant())).param("reason", reason).update();
    }
}
