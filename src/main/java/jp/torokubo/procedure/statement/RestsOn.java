// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

/**
 * The control of a base service on which a row rests: taken over from a frozen version, so far as its provider disclosed it.
 *
 * @param version hash of the frozen version
 * @param control id in the edition of that version
 */
public record RestsOn(String version, String control) {}
