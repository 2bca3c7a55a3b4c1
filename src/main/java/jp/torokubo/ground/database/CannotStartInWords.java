// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows two sentences instead of a page of stack trace. Named in {@code META-INF/spring.factories}. */
class CannotStartInWords extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
        return new FailureAnalysis(cause.japanese() + "\n" + cause.english(), null, cause);
    }
}
