// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.resting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.torokubo.record.register.PublicStatement.Base;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.RegisterReading;
import jp.torokubo.record.register.RegisterReading.ListedService;
import jp.torokubo.record.register.RegisterReading.ServiceView;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.StatementReading;
import jp.torokubo.record.register.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a service rests on by its statement and by theirs, and what rests on it. Providers may name each other in a circle: every service is
 * opened once, and wherever it comes again this is said.
 */
@Component
public class Dependencies {

    private static final int MOST = 300;
    private static final List<RegisterName> WITH_SERVICES = List.of(RegisterName.ISMAP, RegisterName.LIU);
    private static final Set<Status> WELL = Set.of(Status.REGISTERED, Status.RENEWING);

    /**
     * @param nameEn empty where none is given
     * @param service in the register on that day, or null
     * @param registered whether the statement names it as registered
     * @param again whether it stands further up already, and is not opened here
     * @param circle whether it stands above itself
     * @param newer whether it has shown another statement than the one that was pinned
     */
    public record Node(
            int depth, String nameJa, String nameEn, @Nullable ListedService service, boolean registered, boolean again, boolean circle,
            boolean newer, List<Node> nodes) {

        /** Whether one must not rely on it without looking: what is last known of it is not a valid registration. */
        public boolean troubled() {
            return registered && (service == null || !WELL.contains(service.lastKnownStatus()));
        }

        private Stream<Node> all() {
            return Stream.concat(Stream.of(this), nodes.stream().flatMap(Node::all));
        }
    }

    /** @param cut whether there were more than a page holds */
    public record Tree(List<Node> nodes, boolean cut) {

        /** From the top down, each before what stands below it. */
        public List<Node> all() {
            return nodes.stream().flatMap(Node::all).toList();
        }

        /** Each service once. */
        public List<Node> troubled() {
            return all().stream().filter(node -> !node.again() && node.troubled()).toList();
        }
    }

    private final StatementReading statements;
    private final RegisterReading register;

    Dependencies(StatementReading statements, RegisterReading register) {
        this.statements = statements;
        this.register = register;
    }

    public Tree below(ServiceView view, @Nullable Instant knownAt) {
        var walk = new Walk(view, knownAt);
        return new Tree(walk.below(view.listed(), 1), walk.cut);
    }

    public Tree above(ServiceView view, @Nullable Instant knownAt) {
        var walk = new Walk(view, knownAt);
        return new Tree(walk.above(view.listed(), 1), walk.cut);
    }

    public boolean restedOn(ServiceView view, @Nullable Instant knownAt) {
        return WITH_SERVICES.stream()
                .anyMatch(name -> !statements.restingOn(name, view.listed().id(), view.asOf(), knownAt).isEmpty());
    }

    /** One way through the services of a day. */
    private final class Walk {

        private final ServiceView from;
        private final @Nullable Instant knownAt;
        private final Set<ServiceId> seen = new HashSet<>();
        private final Set<ServiceId> path = new HashSet<>();
        private int nodes;
        private boolean cut;

        Walk(ServiceView from, @Nullable Instant knownAt) {
            this.from = from;
            this.knownAt = knownAt;
            seen.add(from.listed().id());
        }

        List<Node> below(ListedService service, int depth) {
            path.add(service.id());
            var found = new ArrayList<Node>();
            for (var base : statement(service).map(stated -> stated.content().bases()).orElse(List.of())) {
                if (full()) {
                    break;
                }
                found.add(node(base, depth));
            }
            path.remove(service.id());
            return found;
        }

        private Node node(Base base, int depth) {
            var service = base.registered() == null ? null : find(new ServiceId(base.registered()));
            if (service == null) {
                return new Node(depth, base.nameJa(), base.nameEn(), null, base.registered() != null, false, false, false, List.of());
            }
            boolean newer = base.version() != null && statement(service)
                    .map(stated -> !stated.statement().version().equals(base.version()))
                    .orElse(false);
            boolean circle = path.contains(service.id());
            boolean again = !seen.add(service.id());
            return new Node(depth, service.name(), base.nameEn(), service, true, again, circle, newer,
                    again ? List.of() : below(service, depth + 1));
        }

        List<Node> above(ListedService service, int depth) {
            path.add(service.id());
            var found = new ArrayList<Node>();
            for (var name : WITH_SERVICES) {
                for (var id : statements.restingOn(name, service.id(), from.asOf(), knownAt)) {
                    var other = find(id);
                    if (other == null || full()) {
                        continue;
                    }
                    boolean circle = path.contains(id);
                    boolean again = !seen.add(id);
                    found.add(new Node(depth, other.name(), "", other, true, again, circle, false,
                            again ? List.of() : above(other, depth + 1)));
                }
            }
            path.remove(service.id());
            return found;
        }

        private boolean full() {
            cut = cut || nodes == MOST;
            nodes = Math.min(MOST, nodes + 1);
            return cut;
        }

        private @Nullable ListedService find(ServiceId id) {
            return WITH_SERVICES.stream()
                    .flatMap(name -> register.service(name, id.value().toString(), from.asOf(), knownAt).stream())
                    .map(ServiceView::listed)
                    .findFirst()
                    .orElse(null);
        }

        private Optional<StatementReading.Stated> statement(ListedService service) {
            return statements.of(service.register(), service.id(), from.asOf(), knownAt);
        }
    }
}
