// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.importing;

/**
 * Where something stands in a file.
 *
 * @param sheet empty where the file has only one
 * @param row as a person counts rows or lines, from 1
 */
public record Place(String sheet, int row) {}
