// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.mapping.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.identity.DossierId;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.paper.Table;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.FetchMapping;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A mapping as a file: as it was brought, and as it was read, which can be brought again. */
@Controller
@Admits({Caller.PROVIDER_MANAGER, Caller.PROVIDER_AUTHOR, Caller.ADVISER})
@RequestMapping("/desk/dossiers/{dossier}/statements/{statement}/mappings/{mapping}")
class MappingFiles {

    /** Keys of the columns, in the headings that the reader knows. */
    static final List<String> COLUMNS = List.of("item", "control", "written", "text_ja", "text_en", "confidence", "note");

    private final FetchMapping fetchMapping;
    private final CurrentActor current;
    private final MessageSource words;

    MappingFiles(FetchMapping fetchMapping, CurrentActor current, MessageSource words) {
        this.fetchMapping = fetchMapping;
        this.current = current;
        this.words = words;
    }

    @GetMapping("/table.csv")
    void table(
            @PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID mapping, Locale language,
            HttpServletResponse response) throws IOException {
        var read = fetched(dossier, statement, mapping, "csv").mapping();
        response.setHeader("Cache-Control", "no-store");
        Download.CSV.send(table(read, language), language, read.source().title().replaceAll("[\\\\/:*?\"<>|]", "_"), response);
    }

    @GetMapping("/source")
    void source(@PathVariable UUID dossier, @PathVariable UUID statement, @PathVariable UUID mapping, HttpServletResponse response)
            throws IOException {
        var fetched = fetched(dossier, statement, mapping, "source");
        response.setHeader("Cache-Control", "no-store");
        // whatever it is: no browser opens it
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition",
                ContentDisposition.attachment().filename(fetched.mapping().source().fileName(), StandardCharsets.UTF_8).build().toString());
        response.setContentLengthLong(fetched.source().length);
        response.getOutputStream().write(fetched.source());
    }

    private FetchMapping.Result.Fetched fetched(UUID dossier, UUID statement, UUID mapping, String form) {
        var result = fetchMapping.handle(new FetchMapping.Command(
                current.get(), new DossierId(dossier), new StatementId(statement), mapping, form));
        if (result instanceof FetchMapping.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        return (FetchMapping.Result.Fetched) result;
    }

    private Table table(Mapping mapping, Locale language) {
        var columns = COLUMNS.stream()
                .map(key -> new Table.Column(key, words.getMessage("statement.mapping.column." + key, null, language))).toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var item : mapping.items()) {
            var pairs = mapping.pairs().stream().filter(pair -> pair.item().equals(item.id())).toList();
            if (pairs.isEmpty()) {
                rows.add(Arrays.asList(item.id(), null, null, item.text().ja(), item.text().en(), null, null));
            }
            for (var pair : pairs) {
                rows.add(Arrays.asList(
                        item.id(), pair.control(), pair.written(), item.text().ja(), item.text().en(),
                        pair.confidence().isEmpty() ? null
                                : words.getMessage("statement.mapping.confidence." + pair.confidence(), null, language),
                        pair.note()));
            }
        }
        return new Table(mapping.source().title(), columns, rows, List.of());
    }
}
