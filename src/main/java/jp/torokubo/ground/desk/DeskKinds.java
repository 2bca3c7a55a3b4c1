// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The kinds of tasks and messages that the modules hand over, and their words. */
@Component
public class DeskKinds {

    private static final String UNKNOWN = "desk.kind.unknown";

    private final ObjectProvider<DeskKind> kinds;
    private final MessageSource messages;

    DeskKinds(ObjectProvider<DeskKind> kinds, MessageSource messages) {
        this.kinds = kinds;
        this.messages = messages;
    }

    /** By name. */
    public List<DeskKind> all() {
        return kinds.stream().sorted(Comparator.comparing(DeskKind::kind)).toList();
    }

    public boolean knows(String kind) {
        return find(kind).isPresent();
    }

    /** Rows outlive the modules that wrote them: what nobody names any more still has words. */
    public String words(String kind, Locale locale) {
        return messages.getMessage(find(kind).map(DeskKind::messageKey).orElse(UNKNOWN), null, locale);
    }

    private Optional<DeskKind> find(String kind) {
        return kinds.stream().filter(known -> known.kind().equals(kind)).findFirst();
    }
}
