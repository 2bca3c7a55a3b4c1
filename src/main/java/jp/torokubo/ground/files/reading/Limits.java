// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.files.reading;

/** How much of a table is read. A published list has some hundred rows; these leave room for all of it ten times over. */
final class Limits {

    static final long FILE_BYTES = 20L * 1024 * 1024;
    static final int ROWS = 50_000;
    static final int COLUMNS = 256;
    static final int SHEETS = 64;
    static final int CELL_CHARACTERS = 32_767;
    static final int ALL_CHARACTERS = 8_000_000;
    /** Of those that are several rows tall; there may be five times as many in all. */
    static final int MERGES = 10_000;
    static final int ALL_MERGES = 50_000;
    static final int STYLES = 65_536;

    static final int ZIP_PARTS = 1_000;
    static final long ZIP_PART_BYTES = 64L * 1024 * 1024;
    static final long ZIP_BYTES = 128L * 1024 * 1024;
    /** Above this size a part may not be packed tighter than {@link #ZIP_RATIO}. */
    static final long ZIP_RATIO_FROM = 1024L * 1024;
    static final long ZIP_RATIO = 100;

    static final int XML_DEPTH = 64;

    private Limits() {}
}
