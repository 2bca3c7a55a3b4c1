// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Obligation;
import jp.torokubo.record.criteria.OfficialText;
import jp.torokubo.record.criteria.Suffix;
import jp.torokubo.record.criteria.Tier;
import jp.torokubo.record.criteria.TitleBasis;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an edition that a workbook brings.
 *
 * <p>Tier and obligation follow from the number and its letters, as in every edition so far. Where the edition before has the same number,
 * our title and the reference stay; the official words come in a set of texts of their own.
 */
final class NewEdition {

    private static final int LONGEST_TITLE = 60;
    private static final String NO_TITLE = "未定";

    private final String edition;
    private final Map<String, Control> before;
    private final Map<String, ReadingOfWorkbook.Control> read;
    private final Map<String, String> ids = new HashMap<>();

    private NewEdition(String edition, List<ReadingOfWorkbook.Control> read, Catalogue before) {
        this.edition = edition;
        this.before = before.controls().stream().collect(Collectors.toMap(Control::number, control -> control));
        this.read = new TreeMap<>(NaturalOrder.IDS);
        read.forEach(one -> this.read.put(KnownIds.number(one.id()), one));
    }

    /** In natural order; rows that the workbook lacks above others are filled in. */
    static List<Control> of(String edition, List<ReadingOfWorkbook.Control> read, Catalogue before) {
        return new NewEdition(edition, read, before).controls();
    }

    private List<Control> controls() {
        var numbers = new TreeMap<String, Boolean>(NaturalOrder.IDS);
        read.keySet().forEach(number -> {
            for (String above = number; !above.isEmpty(); above = parent(above)) {
                numbers.put(above, true);
            }
        });
        numbers.keySet().forEach(number -> {
            var one = read.get(number);
            var old = before.get(number);
            ids.put(number, one != null ? one.id() : old != null ? old.id() : number);
        });
        var controls = new ArrayList<Control>();
        numbers.keySet().forEach(number -> controls.add(control(number)));
        return List.copyOf(controls);
    }

    private Control control(String number) {
        String id = Objects.requireNonNull(ids.get(number));
        var one = read.get(number);
        var old = before.get(number);
        var suffix = Suffix.of(id.equals(number) ? "" : id.substring(number.length() + 1)).orElseThrow();
        var tier = tier(number);
        String above = parent(number);
        var obligation = switch (tier) {
            case CHAPTER, CATEGORY, HEADING -> Obligation.NONE;
            case GOVERNANCE, MANAGEMENT, OBJECTIVE -> Obligation.MANDATORY;
            case DETAIL -> suffix.basic() ? Obligation.MANDATORY : Obligation.SELECTABLE;
        };
        return new Control(id, tier, above.isEmpty() ? null : ids.get(above), suffix, obligation, titleJa(one, old), titleEn(one, old),
                old == null ? "" : old.reference(), old == null ? edition : old.firstEdition(),
                old == null ? null : reworded(one, old) ? edition : old.changedIn(), old == null ? TitleBasis.OFFICIAL : old.titleBasis(), null, null);
    }

    private static Tier tier(String number) {
        String[] parts = number.split("\\.");
        boolean governance = parts[0].equals("3");
        boolean management = parts[0].equals("4");
        return switch (parts.length) {
            case 1 -> Tier.CHAPTER;
            case 2 -> Tier.CATEGORY;
            case 3 -> governance || management ? Tier.HEADING : Tier.OBJECTIVE;
            default -> governance ? Tier.GOVERNANCE : management ? Tier.MANAGEMENT : Tier.DETAIL;
        };
    }

    private static String parent(String number) {
        int dot = number.lastIndexOf('.');
        return dot < 0 ? "" : number.substring(0, dot);
    }

    /** A new row is called by its official title, or by the words it begins with. */
    private static String titleJa(ReadingOfWorkbook.@Nullable Control one, @Nullable Control old) {
        if (old != null) {
            return old.titleJa();
        }
        return one == null ? NO_TITLE : Stream.of(one.titleJa(), one.textJa(), one.titleEn(), one.textEn())
                .filter(Objects::nonNull).findFirst().map(NewEdition::shortened).orElse(NO_TITLE);
    }

    private static @Nullable String titleEn(ReadingOfWorkbook.@Nullable Control one, @Nullable Control old) {
        if (old != null) {
            return old.titleEn();
        }
        return one == null ? null : Stream.of(one.titleEn(), one.textEn()).filter(Objects::nonNull).findFirst().map(NewEdition::shortened).orElse(null);
    }

    private static String shortened(String words) {
        String line = words.lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static boolean reworded(ReadingOfWorkbook.@Nullable Control one, Control old) {
        return one != null && (differs(one.titleJa(), one.textJa(), old.officialJa()) || differs(one.titleEn(), one.textEn(), old.officialEn()));
    }

    private static boolean differs(@Nullable String title, @Nullable String body, @Nullable OfficialText old) {
        return old != null && (differs(title, old.title()) || differs(body, old.body()));
    }

    private static boolean differs(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Words.key(one).equals(Words.key(other));
    }
}
