// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import jp.torokubo.ground.identity.people.Person;
import jp.torokubo.ground.identity.store.Organisations;
import jp.torokubo.ground.identity.store.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads names in the transaction whose walls have been entered. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeptNames implements Names {

    private final People people;
    private final Organisations organisations;

    KeptNames(People people, Organisations organisations) {
        this.people = people;
        this.organisations = organisations;
    }

    @Override
    public Optional<String> person(PersonId id) {
        return people.find(id).map(Person::name);
    }

    @Override
    public Optional<String> organisation(OrganisationId id, LocalDate day, Locale language) {
        return organisations.find(id, day).map(known -> known.name(language));
    }
}
