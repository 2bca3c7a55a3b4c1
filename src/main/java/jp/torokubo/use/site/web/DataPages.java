// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.AsOfStrip;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.paper.Download;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.use.site.SiteRefusal;
import jp.torokubo.use.site.downloads.CheckQuality;
import jp.torokubo.use.site.downloads.DataSet;
import jp.torokubo.use.site.downloads.Dictionary;
import jp.torokubo.use.site.downloads.Files;
import jp.torokubo.use.site.downloads.GivenFile;
import jp.torokubo.use.site.downloads.Tables;
import jp.torokubo.use.site.downloads.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything as files, what their columns mean, and what is wrong with the data. */
@Controller
@Admits(Caller.ANYONE)
class DataPages {

    /** services-2021-09-13.csv, events-sjis.csv; the day stands in the name so that a saved file says what it is. */
    private static final Pattern FILE = Pattern.compile("([a-z]+)(?:-(\\d{4}-\\d{2}-\\d{2}))?(-sjis)?\\.(csv|xlsx|json)");

    private final ShownDay shownDay;
    private final RegisterReading reading;
    private final Files files;
    private final Tables tables;
    private final Dictionary dictionary;
    private final CheckQuality quality;
    private final Terms terms;

    DataPages(
            ShownDay shownDay, RegisterReading reading, Files files, Tables tables, Dictionary dictionary,
            CheckQuality quality, Terms terms) {
        this.shownDay = shownDay;
        this.reading = reading;
        this.files = files;
        this.tables = tables;
        this.dictionary = dictionary;
        this.quality = quality;
        this.terms = terms;
    }

    @GetMapping("/data")
    @KnownParameters("asOf")
    String data(@RequestParam(required = false) @Nullable String asOf, Model model, Locale language) {
        var day = shownDay.orToday(asOf);
        var sets = new LinkedHashMap<DataSet, List<GivenFile>>();
        Arrays.stream(DataSet.values()).forEach(set -> sets.put(set, files.all(set, day, language)));
        var standing = reading.standing(RegisterName.ISMAP, null);
        model.addAttribute("menu", "data");
        model.addAttribute("sets", sets);
        model.addAttribute("day", day);
        model.addAttribute("standing", standing);
        model.addAttribute("terms", terms);
        model.addAttribute("asOfStrip", new AsOfStrip(
                day, day.isBefore(shownDay.today()), standing.completeUntil(), null, "/data#as-of", "/data"));
        return "site/data";
    }

    @GetMapping("/data/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file, Locale language) {
        var found = FILE.matcher(file);
        var set = found.matches() ? DataSet.of(found.group(1)).orElse(null) : null;
        if (set == null || (set == DataSet.SERVICES) != (found.group(2) != null)) {
            throw new Refused(new SiteRefusal.NoSuchFile(file.length() > 80 ? file.substring(0, 80) + "…" : file));
        }
        var form = Download.of(found.group(4), found.group(3) == null ? null : "sjis")
                .orElseThrow(() -> new Refused(new SiteRefusal.NoSuchFile(file)));
        return answer(files.one(set, form, shownDay.orToday(found.group(2)), language));
    }

    @GetMapping("/data/SHA256SUMS")
    @KnownParameters("asOf")
    ResponseEntity<byte[]> sums(@RequestParam(required = false) @Nullable String asOf, Locale language) {
        var day = shownDay.orToday(asOf);
        var lines = new StringBuilder();
        for (var set : DataSet.values()) {
            files.all(set, day, language).forEach(file -> lines.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        }
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/data/dictionary")
    @KnownParameters({})
    String dictionary(Model model) {
        model.addAttribute("menu", "data");
        var lines = new ArrayList<DictionaryLine>();
        dictionary.entries().forEach(entry -> lines.add(new DictionaryLine(entry, tables.standsIn(entry.key()))));
        model.addAttribute("lines", lines);
        return "site/dictionary";
    }

    /** @param where names of the files, and api */
    public record DictionaryLine(Dictionary.Entry entry, List<String> where) {}

    @GetMapping("/data/quality")
    @KnownParameters({})
    String quality(Model model) {
        model.addAttribute("menu", "data");
        model.addAttribute("findings", quality.handle(shownDay.today()));
        return "site/quality";
    }

    private static ResponseEntity<byte[]> answer(GivenFile file) {
        var disposition = ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build();
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.form().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":");
        if (file.form() == Download.CSV_CP932) {
            answer.header("Unmappable-Characters", Long.toString(file.missing()));
        }
        return answer.eTag(file.sha256()).body(file.bytes());
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
