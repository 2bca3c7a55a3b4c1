/** Pages of statements. */
@NullMarked
package jp.torokubo.procedure.statement.web;

import org.jspecify.annotations.NullMarked;
