// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.procedure.statement.CheckStatement;
import jp.torokubo.procedure.statement.ReadRows;
import jp.torokubo.procedure.statement.Remark;
import jp.torokubo.procedure.statement.web.RemarkWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the self-check says of the row somebody is writing, in his language. */
@Component
class RowFindings {

    /**
     * @param weight code of the severity
     * @param called the severity in words
     * @param article that asks for it, or that none does
     */
    record Finding(String weight, String called, String wrong, String mend, String article) {}

    private final CheckStatement check;
    private final RemarkWords words;
    private final MessageSource messages;

    RowFindings(CheckStatement check, RemarkWords words, MessageSource messages) {
        this.check = check;
        this.words = words;
        this.messages = messages;
    }

    /** Errors first. Empty for whoever only reads along. */
    List<Finding> of(ReadRows.One one, Actor actor, Locale language) {
        return check.row(actor, one).all().stream()
                .sorted(Comparator.comparing(Remark::severity))
                .map(remark -> new Finding(
                        remark.severity().code(), messages.getMessage("statement.check.severity." + remark.severity().code(), null, language),
                        words.wrong(remark, language), words.mend(remark, language),
                        remark.article().isCited()
                                ? remark.article().document() + " " + remark.article().number()
                                : messages.getMessage("statement.check.no-article", null, language)))
                .toList();
    }
}
