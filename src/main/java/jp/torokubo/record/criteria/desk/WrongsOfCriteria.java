// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts into a page what is wrong in its form: a summary at the top, and a sentence at each field. */
@Component
class WrongsOfCriteria {

    private final RefusalWords words;

    WrongsOfCriteria(RefusalWords words) {
        this.words = words;
    }

    /** @param byField id of the field to which the summary leads → what is wrong with it */
    void show(Model model, HttpServletResponse response, Map<String, ? extends Refusal> byField) {
        var said = new LinkedHashMap<String, String>();
        byField.forEach((field, why) -> {
            response.setStatus(words.of(why).status());
            said.put(field, say(why));
        });
        model.addAttribute("wrong", said.entrySet());
        model.addAttribute("wrongAt", said);
    }


    String say(Refusal why) {
        return words.of(why).in(LocaleContextHolder.getLocale());
    }
}
