// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.RecordEvents.Saying;
import jp.torokubo.record.register.RegisterEvent.Granted;
import jp.torokubo.record.register.RegisterEvent.PublicationLoaded;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced.Provenance;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The twenty services that the scheme published in 2021, entered as events, for tests that begin where an import has ended. */
public final class TwentyServices {

    public static final LocalDate COMPLETE_UNTIL = LocalDate.of(2021, 9, 13);

    private TwentyServices() {}

    /** The id of the service in row {@code row}, from 1. */
    public static ServiceId id(long row) {
        return new ServiceId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + row));
    }

    public static Basis basis(long row) {
        return new Basis.Publication("ISMAPクラウドサービスリストへの登録状況", "資料3-1", COMPLETE_UNTIL, row + "行目");
    }

    /** Index of the first entry. */
    public static long enter(RecordEvents recordEvents) {
        var sayings = new ArrayList<Saying>();
        sayings.add(new Saying(new PublicationLoaded("ISMAPクラウドサービスリストへの登録状況", COMPLETE_UNTIL, 20), basis(0)));
        for (var row : rows()) {
            var number = Long.parseLong(row.get("No."));
            sayings.add(new Saying(new Granted(id(number), LocalDate.parse(row.get("登録日")), facts(row)), basis(number)));
        }
        var result = recordEvents.handle(new RecordEvents.Command(Actor.SYSTEM, RegisterName.ISMAP, sayings));
        return ((RecordEvents.Result.Recorded) result).indexes().get(0);
    }

    public static ServiceFacts facts(long row) {
        return facts(rows().get((int) row - 1));
    }

    private static ServiceFacts facts(CSVRecord row) {
        var others = new ArrayList<OtherName>();
        add(others, "alias", "service", row.get("別名"));
        add(others, "alias", "provider", row.get("申請者の別名"));
        add(others, "reading", "service", row.get("フリガナ"));
        add(others, "reading", "provider", row.get("申請者フリガナ"));
        var known = row.get("登録番号の根拠").equals("inferred") ? Provenance.INFERRED : Provenance.OFFICIAL;
        return new ServiceFacts(
                new Sourced<>(row.get("登録番号"), known), row.get("サービス名"), row.get("申請者"), null, null, null, null, others);
    }

    private static void add(List<OtherName> others, String kind, String of, String names) {
        for (var name : names.split("[/／;；]")) {
            if (!name.isBlank()) {
                others.add(new OtherName(kind, of, new Sourced<>(name.strip(), Provenance.UNVERIFIED)));
            }
        }
    }

    private static List<CSVRecord> rows() {
        var stream = Objects.requireNonNull(TwentyServices.class.getResourceAsStream("/first-load/ismap-2021-09-13.csv"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
