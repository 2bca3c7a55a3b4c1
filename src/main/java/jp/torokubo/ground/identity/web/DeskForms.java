// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.torokubo.ground.identity.IdentityRefusal;
import jp.torokubo.ground.identity.people.Wrong;
import jp.torokubo.ground.refusal.RefusalWords;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a form again with what is wrong in it, in the words and with the status of the refusals. */
@Component
class DeskForms {

    private final RefusalWords words;

    DeskForms(RefusalWords words) {
        this.words = words;
    }

    /**
     * Puts what is wrong into the model: {@code wrong} for the summary, field by field, and {@code wrongAt} for beside the fields.
     *
     * @param field to which a refusal of the form as a whole leads the reader
     */
    void refuse(Model model, HttpServletResponse response, List<Wrong> wrong, String field) {
        var locale = LocaleContextHolder.getLocale();
        var byField = new LinkedHashMap<String, String>();
        for (var one : wrong) {
            var said = words.of(one.why());
            byField.put(one.field().isEmpty() ? field : one.field(), said.in(locale));
            response.setStatus(said.status());
        }
        model.addAttribute("wrong", byField.entrySet());
        model.addAttribute("wrongAt", byField);
    }

    void refuse(Model model, HttpServletResponse response, IdentityRefusal why, String field) {
        refuse(model, response, List.of(new Wrong(field, why)), field);
    }

    /** The refusal as the script of the passkeys shows it. */
    Map<String, String> said(HttpServletResponse response, IdentityRefusal why) {
        var said = words.of(why);
        response.setStatus(said.status());
        return Map.of("said", said.in(LocaleContextHolder.getLocale()));
    }

    /** Path of a request from the root, without language. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
