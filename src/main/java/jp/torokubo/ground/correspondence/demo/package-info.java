// SPDX-License-Identifier: Apache-2.0
/** What the people of the demo world write to one another; all of it invented. */
@NullMarked
package jp.torokubo.ground.correspondence.demo;

import org.jspecify.annotations.NullMarked;
