// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Under which terms the data may be used, and whom to ask: said by who runs the register, or said to be unsaid. */
@Component
public class Terms {

    private final String licence;
    private final String operator;
    private final String contact;
    private final MessageSource messages;

    /**
     * @param licence of the data, for example {@code CC BY 4.0}; empty: not decided
     * @param operator who runs this register; empty: not set
     * @param contact how to reach him; empty: not set
     */
    Terms(
            @Value("${torokubo.data-licence:}") String licence,
            @Value("${torokubo.operator:}") String operator,
            @Value("${torokubo.contact:}") String contact,
            MessageSource messages) {
        this.licence = licence.strip();
        this.operator = operator.strip();
        this.contact = contact.strip();
        this.messages = messages;
    }

    public String data(Locale language) {
        return licence.isEmpty() ? messages.getMessage("site.undecided", null, language) : licence;
    }

    public boolean isLicenceSet() {
        return !licence.isEmpty();
    }

    /** Empty where it is not set. */
    public String operator() {
        return operator;
    }

    /** Empty where it is not set. */
    public String contact() {
        return contact;
    }
}
