// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Part;
import org.springframework.core.io.ClassPathResource;

/** Who and what there is in the demo world, as its files say. */
final class DemoPeople {

    /** Nobody real has an address there. */
    static final String DOMAIN = "@demo.example";

    /** @param number corporate number; empty where it needs none */
    record AnOrganisation(String key, String kind, String nameJa, String nameEn, String number) {}

    /** @param sameAs key of an earlier line: a further role of the same person; empty for somebody new */
    record Somebody(String key, String name, Caller role, String organisation, String sameAs) {}

    record ADossier(String key, String owner, String title, Map<String, Part> assigned) {}

    private DemoPeople() {}

    static List<AnOrganisation> organisations() {
        return lines("demo/organisations.tsv")
                .map(cells -> new AnOrganisation(cells[0], cells[1], cells[2], cells[3], cells.length > 4 ? cells[4] : ""))
                .toList();
    }

    static List<Somebody> people() {
        return lines("demo/people.tsv")
                .map(cells -> new Somebody(cells[0], cells[1], Caller.valueOf(cells[2]), cells[3], cells.length > 4 ? cells[4] : ""))
                .toList();
    }

    static List<ADossier> dossiers() {
        return lines("demo/dossiers.tsv")
                .map(cells -> {
                    var assigned = new LinkedHashMap<String, Part>();
                    for (var one : cells[3].split(" ")) {
                        assigned.put(one.split(":")[0], Part.valueOf(one.split(":")[1]));
                    }
                    return new ADossier(cells[0], cells[1], cells[2], assigned);
                })
                .toList();
    }

    private static Stream<String[]> lines(String file) {
        try {
            var text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
