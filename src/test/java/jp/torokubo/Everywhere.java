// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A test whose result depends on neither the machine's time zone nor its language: run in three of each. */
@TestTemplate
@ExtendWith(Everywhere.Places.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Everywhere {

    /** UTC, Tokyo, New York × Japanese, English, Turkish (whose i is another letter). */
    final class Places implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("UTC", "Asia/Tokyo", "America/New_York")
                    .flatMap(zone -> Stream.of("ja-JP", "en-US", "tr-TR").map(locale -> new Place(zone, locale)));
        }
    }

    /** One zone and one language, taken back after the test. */
    record Place(String zone, String locale) implements TestTemplateInvocationContext, BeforeEachCallback, AfterEachCallback {

        private static final TimeZone ZONE_BEFORE = TimeZone.getDefault();
        private static final Locale LOCALE_BEFORE = Locale.getDefault();

        @Override
        public String getDisplayName(int invocation) {
            return zone + " " + locale;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(locale));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            TimeZone.setDefault(ZONE_BEFORE);
            Locale.setDefault(LOCALE_BEFORE);
        }
    }
}
