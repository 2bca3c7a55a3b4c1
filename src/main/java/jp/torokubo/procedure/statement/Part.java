// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a statement besides its answers (管理基準 2.2). Each is written and kept by itself. */
public enum Part {
    SERVICE("service", "2.2.1", Content.Service.class),
    SCOPE("scope", "2.2.2", Content.Scope.class),
    BASE_SERVICES("base-services", "2.2.2", Content.BaseServices.class),
    OVERVIEW("overview", "2.2.3", Content.Overview.class),
    PERIOD("period", "2.2.5", Content.Period.class),
    SUBSEQUENT_EVENTS("subsequent-events", "2.2.6", Content.SubsequentEvents.class),
    SPECIAL_NOTES("special-notes", "2.2.7", Content.SpecialNotes.class),
    REPRESENTATION("representation", "2.2.8", Content.Representation.class),
    /** The four that are asked of an applicant besides (登録規則 第3章). */
    DISCLOSURES("disclosures", "", Content.Disclosures.class),
    AI_FUNCTIONS("ai-functions", "", Content.AiFunctions.class),
    SUBCONTRACTORS("subcontractors", "", Content.Subcontractors.class);

    private final String code;
    private final String number;
    private final Class<? extends Content> content;

    Part(String code, String number, Class<? extends Content> content) {
        this.code = code;
        this.number = number;
        this.content = content;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** Of 管理基準; empty where it does not speak of it. */
    public String number() {
        return number;
    }

    public Class<? extends Content> content() {
        return content;
    }

    public static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
    }

    public static Part of(Content content) {
        return Arrays.stream(values()).filter(part -> part.content == content.getClass()).findFirst().orElseThrow();
    }

    /** Key of its words. */
    public String messageKey() {
        return "statement.part." + code;
    }
}
