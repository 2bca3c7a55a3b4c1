// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.ground.pages.PageDays;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.record.criteria.Catalogue;
import jp.torokubo.record.criteria.Control;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.criteria.CriteriaEdition;
import jp.torokubo.record.criteria.CriteriaRefusal;
import jp.torokubo.record.criteria.DatedList;
import jp.torokubo.record.criteria.FindControls;
import jp.torokubo.record.criteria.ListKind;
import jp.torokubo.record.criteria.RecordedText;
import jp.torokubo.record.criteria.TitleBasis;
import jp.torokubo.record.criteria.store.TextHistory;
import jp.torokubo.record.criteria.rest.ControlParameters;
import jp.torokubo.record.rulebook.Edition;
import jp.torokubo.record.rulebook.Kind;
import jp.torokubo.record.rulebook.Rulebook;
import jp.torokubo.record.rulebook.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The criteria by edition, for people. */
@Controller
@Admits(Caller.ANYONE)
class CriteriaPages {

    private static final String RULES = "control-criteria";

    private final Criteria criteria;
    private final FindControls find;
    private final TextHistory texts;
    private final Rulebook rulebook;
    private final RefusalWords refusals;
    private final PageDays days;

    CriteriaPages(
            Criteria criteria, FindControls find, TextHistory texts, Rulebook rulebook, RefusalWords refusals, PageDays days) {
        this.criteria = criteria;
        this.find = find;
        this.texts = texts;
        this.rulebook = rulebook;
        this.refusals = refusals;
        this.days = days;
    }

    @GetMapping("/criteria")
    @KnownParameters("edition")
    String editions(@RequestParam(required = false) @Nullable String edition, Model model, Locale locale) {
        var shown = find.catalogue(edition == null ? criteria.newest().id() : edition);
        var chapters = ChapterCounts.of(shown);
        frame(model, locale);
        model.addAttribute("catalogues", criteria.editions().stream().map(CriteriaEdition::id).map(find::catalogue).toList());
        model.addAttribute("standing", criteria.standingOn(days.today()));
        model.addAttribute("shown", shown);
        model.addAttribute("chapters", chapters);
        model.addAttribute("floor", shown.mandatoryFloor());
        model.addAttribute("bases", bases(shown, english(locale)));
        model.addAttribute("wide", ChapterBars.of(shown.edition().id(), chapters, 520, english(locale)));
        model.addAttribute("narrow", ChapterBars.of(shown.edition().id(), chapters, 340, english(locale)));
        model.addAttribute("basicArticle", rulebook.article(RULES, "2.2.4"));
        model.addAttribute("suffixArticle", rulebook.article(RULES, "2.1"));
        return "criteria/editions";
    }

    @GetMapping("/criteria/diff")
    @KnownParameters({"from", "to"})
    String diff(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to, Model model,
            Locale locale) {
        var editions = criteria.editions();
        var before = find.catalogue(from != null ? from : editions.get(Math.max(0, editions.size() - 2)).id());
        var after = find.catalogue(to != null ? to : criteria.newest().id());
        var changes = criteria.changes(before.edition().id(), after.edition().id()).orElseThrow();
        frame(model, locale);
        model.addAttribute("editions", editions);
        model.addAttribute("changes", changes);
        model.addAttribute("unchangedAssessed", changes.unchanged().stream().filter(Control::assessed).count());
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        return "criteria/diff";
    }

    @GetMapping("/criteria/{edition:[0-9x-]+}")
    @KnownParameters({"chapter", "tier", "suffix", "obligation", "q", "limit", "cursor", "no"})
    @Nullable String controls(
            @PathVariable String edition, Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var parameters = ControlParameters.of(request.getParameterMap());
        var catalogue = find.catalogue(edition);
        var typed = parameters.text("no");
        if (typed != null) {
            var id = catalogue.called(typed).map(Control::id).or(() -> catalogue.hole(typed).map(hole -> hole.number()));
            if (id.isPresent()) {
                send(response, locale, "/criteria/" + edition + "/" + id.get());
                return null;
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("noGiven", typed);
            model.addAttribute("noWrong", refusals.of(notThere(typed, catalogue)).in(locale));
        }
        var view = ControlsView.of(new ControlsAddress(parameters.question(edition, ControlsAddress.USUAL)), find, english(locale));
        frame(model, locale);
        model.addAttribute("view", view);
        model.addAttribute("edition", catalogue.edition());
        model.addAttribute("hole", catalogue.hole(view.address().question().text()).orElse(null));
        model.addAttribute("others", criteria.editions().stream()
                .filter(other -> !other.id().equals(edition))
                .map(other -> new Other(other, view.address().in(other.id()).href()))
                .toList());
        model.addAttribute("unverified", view.page().controls().stream().anyMatch(row -> row.basis(false) != TitleBasis.OFFICIAL));
        return "criteria/controls";
    }

    /** The same list in another edition. */
    record Other(CriteriaEdition edition, String href) {}

    /** What official publications said before the one that is shown, the newest first. */
    private List<RecordedText> earlierTexts(Catalogue catalogue, Control control, boolean english) {
        var official = control.official(english);
        return texts.of(catalogue.edition().id(), control.id()).stream().filter(text -> text.english() == english)
                .skip(official == null ? 0 : 1).toList();
    }

    @GetMapping("/criteria/{edition:[0-9x-]+}/{id}")
    @KnownParameters({})
    @Nullable String control(
            @PathVariable String edition, @PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        var catalogue = find.catalogue(edition);
        frame(model, locale);
        model.addAttribute("edition", catalogue.edition());
        var hole = catalogue.hole(id);
        if (hole.isPresent()) {
            if (!hole.get().number().equals(id)) {
                send(response, locale, "/criteria/" + edition + "/" + hole.get().number());
                return null;
            }
            model.addAttribute("hole", hole.get());
            model.addAttribute("siblings", catalogue.children(hole.get().parent().id()));
            model.addAttribute("path", pathTo(catalogue, hole.get().parent()));
            return "criteria/hole";
        }
        var control = catalogue.called(id).orElseThrow(() -> new Refused(notThere(id, catalogue)));
        if (!control.id().equals(id)) {
            send(response, locale, "/criteria/" + edition + "/" + control.id());
            return null;
        }
        model.addAttribute("control", control);
        model.addAttribute("path", catalogue.ancestors(control));
        model.addAttribute("children", catalogue.children(control.id()));
        model.addAttribute("holesBelow", catalogue.holes().stream().filter(one -> one.parent().id().equals(control.id())).toList());
        model.addAttribute("previous", catalogue.before(control).orElse(null));
        model.addAttribute("next", catalogue.after(control).orElse(null));
        model.addAttribute("editionsWithIt", editionsWith(control));
        model.addAttribute("basicArticle", rulebook.article(RULES, "2.2.4"));
        model.addAttribute("suffixArticle", rulebook.article(RULES, "2.1"));
        model.addAttribute("lists", lists(catalogue, control));
        model.addAttribute("history", earlierTexts(catalogue, control, english(locale)));
        return "criteria/control";
    }

    /** @param there null where the edition does not have it */
    record InEdition(CriteriaEdition edition, @Nullable Control there) {}

    /** What a list that is valid today says of a control. */
    record Listed(DatedList list, String values) {}

    private List<InEdition> editionsWith(Control control) {
        return criteria.editions().stream()
                .map(edition -> new InEdition(
                        edition, criteria.catalogue(edition.id()).flatMap(catalogue -> catalogue.called(control.number())).orElse(null)))
                .toList();
    }

    private List<Listed> lists(Catalogue catalogue, Control control) {
        return Arrays.stream(ListKind.values())
                .flatMap(kind -> catalogue.list(kind, days.today()).stream())
                .filter(list -> !list.valuesOf(control.id()).isEmpty())
                .map(list -> new Listed(list, list.valuesOf(control.id()).stream().filter(value -> !value.isEmpty()).collect(Collectors.joining("、"))))
                .toList();
    }

    private static List<Control> pathTo(Catalogue catalogue, Control parent) {
        var path = new java.util.ArrayList<>(catalogue.ancestors(parent));
        path.add(parent);
        return path;
    }

    private Refusal notThere(String given, Catalogue catalogue) {
        var shortened = given.length() > 40 ? given.substring(0, 40) + "…" : given;
        var others = criteria.editions().stream()
                .filter(edition -> criteria.catalogue(edition.id()).flatMap(other -> other.called(given)).isPresent())
                .map(CriteriaEdition::id)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? new CriteriaRefusal.ControlUnknown(shortened, catalogue.edition().id())
                : new CriteriaRefusal.NotInEdition(shortened, catalogue.edition().id(), others);
    }

    private static Map<TitleBasis, Long> bases(Catalogue catalogue, boolean english) {
        var bases = new LinkedHashMap<TitleBasis, Long>();
        for (var basis : TitleBasis.values()) {
            var count = catalogue.controls().stream().filter(row -> row.basis(english) == basis).count();
            if (count > 0) {
                bases.put(basis, count);
            }
        }
        return bases;
    }

    private void frame(Model model, Locale locale) {
        model.addAttribute("menu", "criteria");
        model.addAttribute("english", english(locale));
        model.addAttribute("proposed", proposed());
    }

    /** Drafts of the scheme that stand after the last edition in force: what may have replaced what is loaded. */
    private List<Edition> proposed() {
        var editions = rulebook.editions(Kind.DOCUMENT, RULES).list();
        int last = 0;
        for (int i = 0; i < editions.size(); i++) {
            last = editions.get(i).standing() == Standing.IN_FORCE ? i + 1 : last;
        }
        return editions.subList(last, editions.size());
    }

    private static void send(HttpServletResponse response, Locale locale, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", (english(locale) ? "/en" : "") + path);
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
