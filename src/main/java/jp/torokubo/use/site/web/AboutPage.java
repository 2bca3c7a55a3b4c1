// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.torokubo.ground.identity.Admits;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.pages.KnownParameters;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.use.site.charts.FlowFigure;
import jp.torokubo.use.site.charts.Width;
import jp.torokubo.use.site.downloads.Terms;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this register is and is not, with the basic flow of the scheme as a figure. */
@Controller
@Admits(Caller.ANYONE)
@KnownParameters({})
class AboutPage {

    /** @param lane who takes the step: 0 the scheme, 1 audit body, 2 provider, 3 agencies */
    public record Step(int number, int lane) {}

    /** As the paper of September 2021 tells it, pages 2 and 3; the table under the figure names the place of each step. */
    static final List<Step> STEPS = List.of(new Step(1, 0), new Step(2, 1), new Step(3, 2), new Step(4, 0), new Step(5, 0),
            new Step(6, 0), new Step(7, 3));

    private static final int LANES = 4;

    private final RegisterReading reading;
    private final Terms terms;
    private final MessageSource messages;

    AboutPage(RegisterReading reading, Terms terms, MessageSource messages) {
        this.reading = reading;
        this.terms = terms;
        this.messages = messages;
    }

    @GetMapping("/about")
    String about(Model model, Locale language) {
        model.addAttribute("flow", flow(language));
        model.addAttribute("steps", STEPS);
        model.addAttribute("completeUntil", reading.standing(RegisterName.ISMAP, null).completeUntil());
        model.addAttribute("terms", terms);
        return "site/about";
    }

    private Map<String, String> flow(Locale language) {
        var lanes = IntStream.range(0, LANES).mapToObj(lane -> say("site.about.flow.lane." + lane, language)).toList();
        var steps = STEPS.stream().map(step -> new FlowFigure.Step(
                step.lane(), List.of(say("site.about.flow." + step.number() + ".box", language).split("\\|")))).toList();
        return Arrays.stream(Width.values()).collect(Collectors.toMap(Width::name, width -> FlowFigure.draw(
                "flow-figure", width, say("site.about.flow", language), say("site.about.flow.alt", language), lanes, steps)));
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
