// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.torokubo.ground.japanese.CivilDay;
import jp.torokubo.ground.japanese.CorporateNumber;
import jp.torokubo.ground.japanese.Kana;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.record.register.ImportRefusal;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceFacts.OtherName;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;
import jp.torokubo.record.register.importing.ReadingOfList.Fault;
import jp.torokubo.record.register.importing.ReadingOfList.Line;
import jp.torokubo.record.register.importing.ReadingOfList.ListedRow;
import org.jspecify.annotations.Nullable;

/** One row of a list: from clean cells to facts, or to everything that is wrong with it at once. */
final class RowReader {

    /** Before this year there was no scheme. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    /** Several names in one cell stand apart by one of these. */
    private static final String BETWEEN_NAMES = "[;；\\n]";

    private final Place place;
    private final Map<Column, String> cells;
    private final List<Fault> faults = new ArrayList<>();

    private final RegisterName register;

    private RowReader(RegisterName register, Place place, Map<Column, String> cells) {
        this.register = register;
        this.place = place;
        this.cells = new EnumMap<>(Column.class);
        this.cells.putAll(cells);
    }

    /** @param cells already cleaned; an empty cell says nothing */
    static Line read(RegisterName register, Place place, Map<Column, String> cells) {
        return new RowReader(register, place, cells).line();
    }

    private Line line() {
        String name = needed(Column.NAME);
        String provider = needed(Column.PROVIDER);
        LocalDate registeredOn = needed(Column.REGISTERED_ON).isEmpty() ? null : day(Column.REGISTERED_ON);
        LocalDate validUntil = day(Column.VALID_UNTIL);
        LocalDate[] audited = auditedPeriod();
        Sourced<String> number = number();
        Sourced<String> corporateNumber = corporateNumber();
        List<OtherName> names = otherNames();
        if (registeredOn != null && validUntil != null && validUntil.isBefore(registeredOn)) {
            fault(Column.VALID_UNTIL, new ImportRefusal.ValidBeforeRegistered(validUntil, registeredOn));
        }
        String position = cells.getOrDefault(Column.POSITION, "");
        if (!faults.isEmpty() || registeredOn == null) {
            return new Line(place, position, null, List.copyOf(faults));
        }
        var facts = new ServiceFacts(number, name, provider, corporateNumber, audited[0], audited[1], validUntil, names);
        return new Line(place, position, new ListedRow(registeredOn, facts), List.of());
    }

    private String needed(Column column) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            fault(column, new ImportRefusal.Missing(column.heading()));
        }
        return text;
    }

    private @Nullable LocalDate day(Column column) {
        String text = cells.getOrDefault(column, "");
        return isUnset(text) ? null : day(column, text);
    }

    private @Nullable LocalDate day(Column column, String text) {
        var reading = CivilDay.read(text);
        if (reading instanceof CivilDay.Reading.Refused refused) {
            fault(column, refused.why());
            return null;
        }
        LocalDate day = ((CivilDay.Reading.Read) reading).day().day();
        if (column == Column.REGISTERED_ON && day.isBefore(FIRST_DAY)) {
            fault(column, new ImportRefusal.BeforeScheme(day, FIRST_DAY));
            return null;
        }
        return day;
    }

    private @Nullable LocalDate[] auditedPeriod() {
        LocalDate from = day(Column.AUDITED_FROM);
        LocalDate until = day(Column.AUDITED_UNTIL);
        String period = cells.getOrDefault(Column.AUDITED_PERIOD, "");
        if (!isUnset(period)) {
            String[] ends = period.split("[～〜~]|から|\\bto\\b|–|—", 2);
            if (ends.length == 2) {
                from = day(Column.AUDITED_PERIOD, ends[0]);
                until = day(Column.AUDITED_PERIOD, ends[1].replaceFirst("まで\\s*$", ""));
            } else {
                fault(Column.AUDITED_PERIOD, new ImportRefusal.NotAPeriod(period));
            }
        }
        if (from != null && until != null && until.isBefore(from)) {
            fault(Column.AUDITED_PERIOD, new ImportRefusal.PeriodReversed(from, until));
        }
        return new LocalDate[] {from, until};
    }

    private @Nullable Sourced<String> number() {
        String text = cells.getOrDefault(Column.NUMBER, "");
        if (isUnset(text)) {
            return null;
        }
        String number = RegistrationNumbers.plain(text);
        if (!RegistrationNumbers.isWellFormed(register, number)) {
            fault(Column.NUMBER, new ImportRefusal.NotANumber(text, RegistrationNumbers.FORM));
        }
        return new Sourced<>(number, provenance(Column.NUMBER_KNOWN, Provenance.OFFICIAL));
    }

    private @Nullable Sourced<String> corporateNumber() {
        String text = cells.getOrDefault(Column.CORPORATE_NUMBER, "");
        if (isUnset(text)) {
            return null;
        }
        var reading = CorporateNumber.read(text);
        if (reading instanceof CorporateNumber.Reading.Refused refused) {
            fault(Column.CORPORATE_NUMBER, refused.why());
            return null;
        }
        return new Sourced<>(((CorporateNumber.Reading.Read) reading).number().digits(), Provenance.OFFICIAL);
    }

    private List<OtherName> otherNames() {
        Provenance known = provenance(Column.OTHER_NAMES_KNOWN, Provenance.OFFICIAL);
        var names = new ArrayList<OtherName>();
        add(names, Column.SERVICE_READING, "reading", "service", known);
        add(names, Column.PROVIDER_READING, "reading", "provider", known);
        add(names, Column.SERVICE_ALIAS, "alias", "service", known);
        add(names, Column.PROVIDER_ALIAS, "alias", "provider", known);
        add(names, Column.SERVICE_FORMER_NAME, "former-name", "service", known);
        add(names, Column.PROVIDER_FORMER_NAME, "former-name", "provider", known);
        return List.copyOf(names);
    }

    private void add(List<OtherName> names, Column column, String kind, String of, Provenance known) {
        Function<String, String> read = kind.equals("reading") ? text -> kana(column, text) : text -> text;
        Arrays.stream(cells.getOrDefault(column, "").split(BETWEEN_NAMES)).map(String::strip)
                .filter(text -> !isUnset(text)).map(read)
                .forEach(text -> names.add(new OtherName(kind, of, new Sourced<>(text, known))));
    }

    private String kana(Column column, String text) {
        var reading = Kana.read(text);
        if (reading instanceof Kana.Reading.Refused refused) {
            fault(column, refused.why());
            return text;
        }
        return ((Kana.Reading.Read) reading).kana().value();
    }

    private Provenance provenance(Column column, Provenance otherwise) {
        String text = cells.getOrDefault(column, "");
        if (isUnset(text)) {
            return otherwise;
        }
        return Arrays.stream(Provenance.values()).filter(known -> known.code().equals(text)).findFirst()
                .orElseGet(() -> {
                    fault(column, new ImportRefusal.NotAProvenance(text));
                    return otherwise;
                });
    }

    private void fault(Column column, Refusal why) {
        faults.add(Fault.of(column.heading(), cells.getOrDefault(column, ""), why));
    }

    /** How tables say that they say nothing. */
    private static boolean isUnset(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.isEmpty() || plain.matches("[-‐–—―ー]+") || plain.equals("未定") || plain.equals("不明");
    }
}
