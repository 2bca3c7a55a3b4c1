// SPDX-License-Identifier: Apache-2.0
/** What is done before the first connection is given out: logins, migrations, the two connection pools. */
@NullMarked
package jp.torokubo.ground.database.preparation;

import org.jspecify.annotations.NullMarked;
