// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.paper;

import static jp.torokubo.ground.paper.Tables.service;
import static jp.torokubo.ground.paper.Tables.services;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableAsJsonTest {

    @Test
    void eachRowIsAnObjectByTheKeysOfTheColumnsAndTheUnknownIsNull() throws IOException {
        var out = new ByteArrayOutputStream();

        new TableAsJson().write(services(List.of(service(null, "Box \"𠮷\""))), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("[{\"registration_no\":null,\"name\":\"Box \\\"𠮷\\\"\",\"registered_on\":\"2021-03-12\","
                        + "\"recorded_at\":\"2026-11-21T03:00:00.500000Z\",\"index\":8,\"listed\":true}]");
    }

    @Test
    void noRowsAreAnEmptyArray() throws IOException {
        var out = new ByteArrayOutputStream();

        new TableAsJson().write(services(List.of()), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]");
    }
}
