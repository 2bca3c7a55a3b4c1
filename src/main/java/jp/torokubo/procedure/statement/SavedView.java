// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

/**
 * What somebody looks at again and again, under a name of his own; nobody else sees it.
 *
 * @param query as it stands in the address of the list of rows
 */
public record SavedView(String name, String query) {

    /** In code points. */
    public static final int LONGEST_NAME = 60;

    public static final int LONGEST_QUERY = 600;
}
