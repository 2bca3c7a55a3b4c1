// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Assignment;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.Dossier;
import jp.torokubo.ground.identity.Part;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.ground.identity.store.Dossiers;
import org.springframework.stereotype.Component;

/** Who may bring others into a dossier, and take them out. */
@Component
public class MayAssign {

    private final Dossiers dossiers;

    MayAssign(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Whether he may bring in somebody for this part. */
    public boolean asked(Reach reach, Dossier dossier, Part part, Instant now) {
        return parts(reach, dossier, now).contains(part);
    }

    /** The parts he may bring in people for; empty for those who only work here. */
    public List<Part> parts(Reach reach, Dossier dossier, Instant now) {
        if (managesIt(reach, dossier)) {
            return List.of(Part.values());
        }
        return Stream.of(Part.values())
                .filter(part -> dossiers.assignments(reach, dossier.id()).stream()
                        .map(known -> known.assignment())
                        .anyMatch(known -> isHis(reach, known, now) && known.mayAssign() && known.part() == part))
                .toList();
    }

    /** The provider's manager ends any; a lead those of his own organisation in his part; everybody his own. */
    public boolean mayEnd(Reach reach, Dossier dossier, Assignment assignment, Instant now) {
        return managesIt(reach, dossier)
                || isHis(reach, assignment, now)
                || assignment.organisation().equals(reach.actor().organisation())
                        && asked(reach, dossier, assignment.part(), now);
    }

    private static boolean managesIt(Reach reach, Dossier dossier) {
        return reach.actor().role() == Caller.PROVIDER_MANAGER && reach.actor().organisation().equals(dossier.owner());
    }

    private static boolean isHis(Reach reach, Assignment assignment, Instant now) {
        return assignment.person().equals(reach.actor().assigned())
                && assignment.organisation().equals(reach.actor().organisation())
                && assignment.holdsAt(now);
    }
}
