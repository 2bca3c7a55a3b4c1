// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.grid;

import jp.torokubo.ground.desk.DeskKind;
import jp.torokubo.procedure.statement.WriteComment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the desk calls it when somebody was named in a comment. */
@Configuration(proxyBeanMethods = false)
class MentionsOnTheDesk {

    @Bean
    DeskKind mentionsInComments() {
        return new DeskKind(WriteComment.MENTIONED, "statement.grid.desk.mentioned");
    }
}
