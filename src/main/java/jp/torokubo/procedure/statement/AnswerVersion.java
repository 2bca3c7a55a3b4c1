// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import java.util.UUID;
import jp.torokubo.ground.identity.PersonId;

/** A row as a deed left it. @param batch the deed, which may have changed other rows, too */
public record AnswerVersion(Answer answer, UUID batch, Deed deed, Instant at, PersonId author) {}
