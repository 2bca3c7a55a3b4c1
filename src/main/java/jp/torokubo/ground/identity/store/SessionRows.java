// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.store;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * How a session is written down by two requests of one browser at once. Both may keep something under the same name: the later stays.
 * And a request that has begun under a session that another has ended meanwhile has nothing left to write to.
 */
@Component
class SessionRows implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final String KEEP = """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            select kept.session, kept.name, kept.value
            from (values (cast(? as char(36)), cast(? as varchar), cast(? as bytea))) as kept (session, name, value)
            where exists (select 1 from %TABLE_NAME% s where s.primary_id = kept.session for key share)
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setCreateSessionAttributeQuery(KEEP);
    }
}
