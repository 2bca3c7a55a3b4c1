// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.torokubo.ground.identity.CurrentActor;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.RefusalWords;
import jp.torokubo.ground.refusal.Refused;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.Statement;
import jp.torokubo.procedure.statement.StatementId;
import jp.torokubo.procedure.statement.StatementRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a statement needs: the statement, its place, and a way to say what is wrong. */
@Component
public class Pages {

    private final ReadStatement statements;
    private final CurrentActor current;
    private final RefusalWords words;

    Pages(ReadStatement statements, CurrentActor current, RefusalWords words) {
        this.statements = statements;
        this.current = current;
        this.words = words;
    }

    /** The statement for the reader, put into the model as {@code read}, with {@code here} for its address. @throws Refused with 404 */
    public ReadStatement.Result.Read read(UUID dossier, UUID statement, Model model) {
        var result = statements.whole(current.get(), new StatementId(statement));
        if (result instanceof ReadStatement.Result.Refused refused) {
            throw new Refused(refused.why());
        }
        var read = (ReadStatement.Result.Read) result;
        if (!read.whole().statement().dossier().value().equals(dossier)) {
            throw new Refused(new StatementRefusal.StatementUnknown());
        }
        model.addAttribute("read", read);
        show(read.whole().statement(), read.mayNotWrite(), model);
        return read;
    }

    /** The same without its rows and without {@code read}, for pages that show none of them. @throws Refused with 404 */
    public ReadStatement.Head head(UUID dossier, UUID statement, Model model) {
        var head = statements.head(current.get(), new StatementId(statement))
                .filter(found -> found.statement().dossier().value().equals(dossier))
                .orElseThrow(() -> new Refused(new StatementRefusal.StatementUnknown()));
        show(head.statement(), head.mayNotWrite(), model);
        return head;
    }

    private void show(Statement statement, @Nullable Refusal mayNotWrite, Model model) {
        model.addAttribute("statement", statement);
        model.addAttribute("here", at(statement.dossier().value(), statement.id().value()));
        model.addAttribute("mayNotWrite", mayNotWrite == null ? null : said(mayNotWrite));
    }

    public static String at(UUID dossier, UUID statement) {
        return "/desk/dossiers/" + dossier + "/statements/" + statement;
    }

    public String said(Refusal why) {
        return words.of(why).in(LocaleContextHolder.getLocale());
    }

    /** What is not there is a page of its own; everything else is said at the form. */
    public Refusal orThrown(Refusal why) {
        if (words.of(why).status() == 404) {
            throw new Refused(why);
        }
        return why;
    }

    public void show(Model model, HttpServletResponse response, Map<String, ? extends Refusal> wrong) {
        var said = new LinkedHashMap<String, String>();
        wrong.forEach((field, why) -> {
            response.setStatus(words.of(why).status());
            said.put(field, said(why));
        });
        model.addAttribute("wrong", said.entrySet());
        model.addAttribute("wrongAt", said);
    }
}
