// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** What any address may answer, whatever stands behind it. */
public sealed interface PagesRefusal extends Refusal {

    /** There is nothing at this address, or nothing this reader may know of. */
    record NotFound() implements PagesRefusal {
        @Override public String code() { return "pages.not-found"; }
    }

    record MethodNotAllowed(String method, String allowed) implements PagesRefusal {
        @Override public String code() { return "pages.method-not-allowed"; }
        @Override public Map<String, Object> facts() { return Map.of("method", method, "allowed", allowed); }
    }

    record NotAcceptable(String offered) implements PagesRefusal {
        @Override public String code() { return "pages.not-acceptable"; }
        @Override public Map<String, Object> facts() { return Map.of("offered", offered); }
    }

    /** @param megabytes as many as there may be in one request */
    record TooLarge(long megabytes) implements PagesRefusal {
        @Override public String code() { return "pages.too-large"; }
        @Override public Map<String, Object> facts() { return Map.of("megabytes", megabytes); }
    }

    /** More than the server takes, where it does not say how much that is. */
    record MoreThanTaken() implements PagesRefusal {
        @Override public String code() { return "pages.more-than-taken"; }
    }

    record UnsupportedType(String given) implements PagesRefusal {
        @Override public String code() { return "pages.unsupported-type"; }
        @Override public Map<String, Object> facts() { return Map.of("given", given); }
    }

    /** A parameter does not have the form it must have. */
    record MalformedParameter(String name, String value) implements PagesRefusal {
        @Override public String code() { return "pages.malformed-parameter"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name, "value", value); }
    }

    record MissingParameter(String name) implements PagesRefusal {
        @Override public String code() { return "pages.missing-parameter"; }
        @Override public Map<String, Object> facts() { return Map.of("name", name); }
    }

    /** The request could not be read at all. */
    record Unreadable() implements PagesRefusal {
        @Override public String code() { return "pages.unreadable"; }
    }

    /** The part asked for lies outside of what there is. */
    record RangeOutside() implements PagesRefusal {
        @Override public String code() { return "pages.range-outside"; }
    }

    /** Who asks may not do this. */
    record Forbidden() implements PagesRefusal {
        @Override public String code() { return "pages.forbidden"; }
    }

    record SignInNeeded() implements PagesRefusal {
        @Override public String code() { return "pages.sign-in-needed"; }
    }

    record TooManyRequests() implements PagesRefusal {
        @Override public String code() { return "pages.too-many-requests"; }
    }

    /** @param reference stands in the log beside the cause */
    record Failed(String reference) implements PagesRefusal {
        @Override public String code() { return "pages.failed"; }
        @Override public Map<String, Object> facts() { return Map.of("reference", reference); }
    }

    record Unavailable() implements PagesRefusal {
        @Override public String code() { return "pages.unavailable"; }
    }
}
