// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.checking;

import java.util.List;
import jp.torokubo.procedure.statement.Evidence;

/** What can be wrong with evidence. */
final class EvidenceRules {

    static final List<Rule<Shown>> ALL = List.of(
            new Rule<>("evidence-expired", EvidenceRules::expired),
            new Rule<>("evidence-name", EvidenceRules::name));

    record Shown(Evidence evidence, Checking statement) {}

    private EvidenceRules() {}

    /** It has to show what was so until the end of the period. */
    private static void expired(Shown shown, Say say) {
        var until = shown.evidence().validUntil();
        var end = shown.statement().content().period().until();
        if (until != null && end != null && until.isBefore(end)) {
            say.of(shown.evidence(), shown.evidence().title(), until, end);
        }
    }

    private static void name(Shown shown, Say say) {
        var name = shown.evidence().fileName();
        if (name != null) {
            var unfit = Characters.unfitForAFileName(name);
            if (!unfit.isEmpty()) {
                say.of(shown.evidence(), name, unfit);
            }
        }
    }
}
