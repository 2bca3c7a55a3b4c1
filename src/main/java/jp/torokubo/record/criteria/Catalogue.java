// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All rows of one edition, held in memory and never changed; what is imported later makes another one. */
public final class Catalogue {

    private static final Pattern TYPED = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,3})(?:\\.?(PB|P|B))?");

    private final CriteriaEdition edition;
    private final List<Control> controls;
    private final Map<String, Control> byId;
    private final Map<String, Control> byNumber;
    private final Map<String, List<Control>> children;
    private final Map<String, Integer> positions;
    private final Map<String, Hole> holes;
    private final List<DatedList> lists;
    private volatile @Nullable SearchTexts searchTexts;

    /**
     * @param controls in natural order, official texts included
     * @param lists oldest first
     */
    public Catalogue(CriteriaEdition edition, List<Control> controls, List<DatedList> lists) {
        this.edition = edition;
        this.controls = List.copyOf(controls);
        this.lists = List.copyOf(lists);
        this.byId = new LinkedHashMap<>();
        this.byNumber = new LinkedHashMap<>();
        this.children = new LinkedHashMap<>();
        this.positions = new LinkedHashMap<>();
        for (var control : this.controls) {
            positions.put(control.id(), positions.size());
            byId.put(control.id(), control);
            byNumber.put(control.number(), control);
            if (control.parent() != null) {
                children.computeIfAbsent(control.parent(), parent -> new ArrayList<>()).add(control);
            }
        }
        children.replaceAll((parent, list) -> Collections.unmodifiableList(list));
        this.holes = holes(children, byId);
    }

    public CriteriaEdition edition() {
        return edition;
    }

    /** Every row, in natural order: 3, 3.1, 3.1.1 … */
    public List<Control> controls() {
        return controls;
    }

    /** What is assessed one by one: governance, management, detailed controls. */
    public List<Control> assessed() {
        return controls.stream().filter(Control::assessed).toList();
    }

    public List<Control> of(Tier tier) {
        return controls.stream().filter(control -> control.tier() == tier).toList();
    }

    /** @param id with its suffix, exactly */
    public Optional<Control> control(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A control as somebody typed it: full width or half, with or without its suffix. A suffix that is not its own finds nothing. */
    public Optional<Control> called(String typed) {
        var number = number(typed);
        if (number == null) {
            return Optional.empty();
        }
        var found = byNumber.get(number.number());
        return found == null || number.suffix() != null && !number.suffix().equals(found.suffix().code())
                ? Optional.empty() : Optional.of(found);
    }

    /** The number passed over that somebody typed. */
    public Optional<Hole> hole(String typed) {
        var number = number(typed);
        return number == null ? Optional.empty() : Optional.ofNullable(holes.get(number.number()));
    }

    /** Numbers passed over, in natural order. */
    public List<Hole> holes() {
        return List.copyOf(holes.values());
    }

    public List<Control> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    /** From the chapter down to the row just above. */
    public List<Control> ancestors(Control control) {
        var above = new ArrayList<Control>();
        for (var parent = control.parent(); parent != null; ) {
            var row = byId.get(parent);
            above.add(0, row);
            parent = row.parent();
        }
        return List.copyOf(above);
    }

    /** The row before it in natural order. */
    public Optional<Control> before(Control control) {
        int at = position(control);
        return at == 0 ? Optional.empty() : Optional.of(controls.get(at - 1));
    }

    /** The row after it in natural order. */
    public Optional<Control> after(Control control) {
        int at = position(control);
        return at + 1 == controls.size() ? Optional.empty() : Optional.of(controls.get(at + 1));
    }

    /** Place in natural order, from 0. */
    public int position(Control control) {
        return positions.get(control.id());
    }

    public MandatoryFloor mandatoryFloor() {
        return new MandatoryFloor(
                mandatory(Tier.GOVERNANCE), mandatory(Tier.MANAGEMENT), mandatory(Tier.OBJECTIVE), mandatory(Tier.DETAIL));
    }

    /** The list of a kind that counts on a day: of those valid then, the one recorded last. */
    public Optional<DatedList> list(ListKind kind, LocalDate day) {
        return lists.stream().filter(list -> list.kind() == kind && list.validOn(day)).reduce((one, later) -> later);
    }

    /** Made when somebody first searches. */
    SearchTexts searchTexts() {
        var made = searchTexts;
        if (made == null) {
            made = new SearchTexts(controls);
            searchTexts = made;
        }
        return made;
    }

    private List<Control> mandatory(Tier tier) {
        return controls.stream().filter(control -> control.tier() == tier && control.obligation() == Obligation.MANDATORY).toList();
    }

    /** @param suffix as it was typed, in capitals; null where none was */
    record Number(String number, @Nullable String suffix) {}

    /** Reads a number as somebody typed it; null for anything else. */
    static @Nullable Number number(String typed) {
        var plain = TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
        return plain.matches() ? new Number(plain.group(1), plain.group(2)) : null;
    }

    /** A number is passed over where a later one under the same row exists. */
    private static Map<String, Hole> holes(Map<String, List<Control>> children, Map<String, Control> byId) {
        var holes = new TreeMap<String, Hole>(Catalogue::naturally);
        children.forEach((id, rows) -> {
            var parent = byId.get(id);
            int next = 1;
            for (var row : rows) {
                int last = Integer.parseInt(row.number().substring(row.number().lastIndexOf('.') + 1));
                for (; next < last; next++) {
                    var number = parent.number() + "." + next;
                    holes.put(number, new Hole(number, parent));
                }
                next = last + 1;
            }
        });
        return holes;
    }

    private static int naturally(String one, String other) {
        var left = one.split("\\.");
        var right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int compared = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
