// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.statements;

import java.util.Optional;
import jp.torokubo.record.criteria.Criteria;
import jp.torokubo.record.register.ObjectiveTitles;
import org.springframework.stereotype.Component;

/** Titles as the criteria's own pages show them. */
@Component
class TitlesFromTheCriteria implements ObjectiveTitles {

    private final Criteria criteria;

    TitlesFromTheCriteria(Criteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public boolean knows(String edition) {
        return criteria.edition(edition).isPresent();
    }

    @Override
    public Optional<Title> title(String edition, String number, boolean english) {
        return criteria.control(edition, number)
                .map(control -> new Title(control.title(english), english && control.onlyJapanese()));
    }
}
