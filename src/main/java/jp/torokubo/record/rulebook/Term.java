// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.rulebook;

/** A word of the scheme. */
public record Term(String id, String nameJa, String nameEn, String meansJa, String meansEn, Source source) {

    public String name(boolean english) {
        return english ? nameEn : nameJa;
    }

    public String means(boolean english) {
        return english ? meansEn : meansJa;
    }
}
