// SPDX-License-Identifier: Apache-2.0
/** A world to try the program in: organisations of every kind, people in every role, all invented, on this machine only. */
@NullMarked
package jp.torokubo.ground.identity.demo;

import org.jspecify.annotations.NullMarked;
