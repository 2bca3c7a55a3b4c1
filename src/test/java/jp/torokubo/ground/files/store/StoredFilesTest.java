// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.torokubo.SettableClock;
import jp.torokubo.TorokuboTest;
import jp.torokubo.ground.files.StoredFiles;
import jp.torokubo.ground.jobs.FailedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@TorokuboTest
class StoredFilesTest {

    @Autowired StoredFiles files;
    @Autowired FailedJobs failedJobs;
    @Autowired SettableClock clock;

    @Test
    void aFileIsFoundByTheHashOfItsContentAndKeptOnce(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a"), "abc".getBytes(UTF_8));

        String hash = files.keep(file);

        assertThat(hash).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(files.keep(file)).isEqualTo(hash);
        assertThat(files.content(hash)).hasValue("abc".getBytes(UTF_8));
        assertThat(files.content("0".repeat(64))).isEmpty();
    }

    @Test
    void aFailureIsListedNewestFirst() {
        failedJobs.record("register.import-reading", "a.xlsx", "一");
        clock.advance(java.time.Duration.ofMinutes(1));
        failedJobs.record("register.import-reading", "b.xlsx", "二");

        assertThat(failedJobs.list()).extracting(FailedJobs.FailedJob::subject).containsExactly("b.xlsx", "a.xlsx");
    }
}
