// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.comparing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.PersonId;
import jp.torokubo.procedure.statement.BaseService;
import jp.torokubo.procedure.statement.Content;
import jp.torokubo.procedure.statement.Part;
import jp.torokubo.procedure.statement.PartVersion;
import jp.torokubo.procedure.statement.ReadStatement;
import jp.torokubo.procedure.statement.StatementContent;
import jp.torokubo.procedure.statement.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a version of a part, and says what the one after it says differently. */
@Service
@Transactional(readOnly = true)
public class ComparePartVersions {

    /**
     * @param next the version after it; null where it is the newest
     * @param difference between the two; null where they say the same, or there is no other
     * @param people names of their authors, as far as they are known
     */
    public record Read(
            PartVersion version, @Nullable PartVersion next, @Nullable PartDifference difference, Map<PersonId, String> people) {}

    private final ReadStatement statements;

    ComparePartVersions(ReadStatement statements) {
        this.statements = statements;
    }

    /** Empty where there is no such version, or the statement is not there for him. */
    public Optional<Read> read(Actor actor, StatementId statement, Part part, long number) {
        var versions = statements.versions(actor, statement, part);
        var version = find(versions, number);
        if (version == null) {
            return Optional.empty();
        }
        var next = find(versions, number + 1);
        if (next == null) {
            return Optional.of(new Read(version, null, null, statements.authors(List.of(version))));
        }
        var difference = part == Part.SCOPE
                ? ofScope(version, next, statements.versions(actor, statement, Part.BASE_SERVICES))
                : new PartComparison(of(part, version), of(part, next)).of(part);
        return Optional.of(new Read(version, next, difference, statements.authors(List.of(version, next))));
    }

    /**
     * A function names what it stands on by a key: both sides call it what it was called when the later one was written, or else what it
     * was called last.
     *
     * @param bases versions of the part of base services, newest first
     */
    private static @Nullable PartDifference ofScope(PartVersion version, PartVersion next, List<PartVersion> bases) {
        var named = new LinkedHashMap<String, BaseService>();
        Stream.concat(bases.stream().filter(one -> !one.at().isAfter(next.at())).limit(1), bases.stream())
                .flatMap(one -> ((Content.BaseServices) one.content()).services().stream())
                .forEach(service -> named.putIfAbsent(service.key(), service));
        var services = new Content.BaseServices(false, List.copyOf(named.values()));
        return new PartComparison(
                        new StatementContent(Map.of(Part.SCOPE, version.content(), Part.BASE_SERVICES, services)),
                        new StatementContent(Map.of(Part.SCOPE, next.content(), Part.BASE_SERVICES, services)))
                .of(Part.SCOPE);
    }

    private static StatementContent of(Part part, PartVersion version) {
        return new StatementContent(Map.of(part, version.content()));
    }

    private static @Nullable PartVersion find(List<PartVersion> versions, long number) {
        return versions.stream().filter(one -> one.version() == number).findFirst().orElse(null);
    }
}
