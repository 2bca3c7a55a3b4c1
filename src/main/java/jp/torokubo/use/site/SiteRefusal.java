// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import java.time.LocalDate;
import java.util.Map;
import jp.torokubo.ground.refusal.Refusal;

/** Why a page of the site is not shown. */
public sealed interface SiteRefusal extends Refusal {

    /** A day before there was anything to register. */
    record BeforeTheRegister(LocalDate day, LocalDate first) implements SiteRefusal {
        @Override public String code() {
            return "site.before-the-register";
        }

        @Override public Map<String, Object> facts() {
            return Map.of("day", day, "first", first);
        }
    }

    /** A file that is not handed out. */
    record NoSuchFile(String file) implements SiteRefusal {
        @Override public String code() {
            return "site.no-such-file";
        }

        @Override public Map<String, Object> facts() {
            return Map.of("file", file);
        }
    }

    /** A place in the list of changes that no page ever named. */
    record NoSuchPlace(String before) implements SiteRefusal {
        @Override public String code() {
            return "site.no-such-place";
        }

        @Override public Map<String, Object> facts() {
            return Map.of("before", before);
        }
    }
}
