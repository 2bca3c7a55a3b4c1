// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import java.time.LocalDate;
import java.util.Locale;
import jp.torokubo.ground.japanese.Days;
import jp.torokubo.procedure.statement.Remark;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the self-check says, in the reader's language. */
@Component
public class RemarkWords {

    private final MessageSource words;

    RemarkWords(MessageSource words) {
        this.words = words;
    }

    public String wrong(Remark remark, Locale language) {
        return words.getMessage(remark.wrongKey(), arguments(remark, language), language);
    }

    public String mend(Remark remark, Locale language) {
        return words.getMessage(remark.mendKey(), arguments(remark, language), language);
    }

    private Object[] arguments(Remark remark, Locale language) {
        return remark.arguments().stream().map(argument -> said(argument, language)).toArray();
    }

    private Object said(Object argument, Locale language) {
        if (argument instanceof LocalDate day) {
            return language.getLanguage().equals("en") ? Days.english(day) : Days.japanese(day);
        }
        return argument instanceof Remark.Words key ? words.getMessage(key.messageKey(), null, language) : argument;
    }
}
