// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.Instant;
import jp.torokubo.ground.identity.PersonId;

/** A part as somebody left it. @param version from 1, without gaps */
public record PartVersion(long version, Content content, Instant at, PersonId author) {}
