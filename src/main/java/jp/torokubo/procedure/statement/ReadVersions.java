// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.List;
import java.util.Optional;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.ground.identity.Reach;
import jp.torokubo.procedure.statement.freezing.Thawed;
import jp.torokubo.procedure.statement.store.Disclosures;
import jp.torokubo.procedure.statement.store.FrozenVersions;
import jp.torokubo.procedure.statement.store.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads frozen versions: whole for the people of the dossier, without the restricted section for those they were disclosed to. */
@Service
@Transactional(readOnly = true)
public class ReadVersions {

    private final Entrance entrance;
    private final Statements statements;
    private final FrozenVersions versions;
    private final Disclosures disclosures;

    ReadVersions(Entrance entrance, Statements statements, FrozenVersions versions, Disclosures disclosures) {
        this.entrance = entrance;
        this.statements = statements;
        this.versions = versions;
        this.disclosures = disclosures;
    }

    /** A version, with its statement as it was frozen. @param disclosures to whom it is disclosed; empty for whoever received it so */
    public record Version(FrozenSections sections, WholeStatement whole, List<Disclosure> disclosures) {}

    /** Of a statement, newest first; empty where it is not there for him. */
    public List<FrozenVersion> of(Actor actor, StatementId statement) {
        return versions.of(entrance.enter(actor), statement);
    }

    /** For the people of its dossier; empty for everybody else. */
    public Optional<Version> find(Actor actor, String hash) {
        var reach = entrance.enter(actor);
        return versions.find(reach, hash).map(version -> version(reach, version));
    }

    /** What is disclosed to the organisation he acts for, newest first. */
    public List<Received> received(Actor actor) {
        entrance.enter(actor);
        return versions.disclosed().stream().map(version -> received(version)).toList();
    }

    /** One of them. */
    public Optional<Received> received(Actor actor, String hash) {
        entrance.enter(actor);
        return versions.disclosed(hash).map(version -> received(version));
    }

    /** What an organisation sees of a version disclosed to it. Its statement bears no title and no dossier: they are the provider's own. */
    public record Received(FrozenSections sections, WholeStatement whole) {}

    private Version version(Reach reach, FrozenVersion version) {
        var sections = new FrozenSections(version, versions.sections(reach, version.hash()));
        var statement = statements.find(reach, version.statement()).orElseThrow();
        return new Version(sections, Thawed.of(statement, sections), disclosures.of(reach, version.hash()));
    }

    private Received received(FrozenVersion version) {
        var sections = new FrozenSections(version, versions.disclosedSections(version.hash()));
        var statement = new Statement(version.statement(), version.dossier(), "", version.edition(), null, version.at());
        return new Received(sections, Thawed.of(statement, sections));
    }
}
