// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import org.jspecify.annotations.Nullable;

/**
 * One row of an edition, from a chapter down to a detailed control.
 *
 * @param id with its suffix, exactly as in the criteria: {@code 9.2.3.11.PB}
 * @param parent id of the row above it; null for chapters
 * @param titleJa ours; see {@link #title} for what is shown
 * @param titleEn ours; null where nobody has translated it
 * @param reference standard and clause; empty where the criteria point nowhere
 * @param firstEdition first covered edition that has it
 * @param changedIn edition whose revision changed its wording or examples, or null
 * @param titleBasis what our titles are
 * @param officialJa null until an official Japanese text is imported
 * @param officialEn null until an official English text is imported
 */
public record Control(
        String id,
        Tier tier,
        @Nullable String parent,
        Suffix suffix,
        Obligation obligation,
        String titleJa,
        @Nullable String titleEn,
        String reference,
        String firstEdition,
        @Nullable String changedIn,
        TitleBasis titleBasis,
        @Nullable OfficialText officialJa,
        @Nullable OfficialText officialEn) {

    /** The number without its suffix. */
    public String number() {
        return suffix == Suffix.NONE ? id : id.substring(0, id.length() - suffix.code().length() - 1);
    }

    /** How many numbers the id has: 1 for a chapter, 4 for a detailed control. */
    public int depth() {
        return (int) number().chars().filter(c -> c == '.').count() + 1;
    }

    /** Whether it is one of the items that are assessed. */
    public boolean assessed() {
        return tier.assessed();
    }

    public @Nullable OfficialText official(boolean english) {
        return english ? officialEn : officialJa;
    }

    /** The official title where it is known, else ours; in English null where there is neither. */
    public @Nullable String titleIn(boolean english) {
        var official = official(english);
        return official != null && official.title() != null ? official.title() : english ? titleEn : titleJa;
    }

    /** What a page in that language shows: the Japanese title where there is no English one. */
    public String title(boolean english) {
        var title = titleIn(english);
        return title == null ? java.util.Objects.requireNonNull(titleIn(false)) : title;
    }

    /** Whether a page in English has to show the Japanese title. */
    public boolean onlyJapanese() {
        return titleIn(true) == null;
    }

    /** Whether the official words of what it asks for are known in any language. */
    public boolean hasOfficialBody() {
        return officialJa != null && officialJa.body() != null || officialEn != null && officialEn.body() != null;
    }

    /** What {@link #titleIn} is. */
    public TitleBasis basis(boolean english) {
        var official = official(english);
        return official != null && official.title() != null ? TitleBasis.OFFICIAL : titleBasis;
    }

    public Control withOfficial(@Nullable OfficialText japanese, @Nullable OfficialText english) {
        return new Control(
                id, tier, parent, suffix, obligation, titleJa, titleEn, reference, firstEdition, changedIn, titleBasis, japanese, english);
    }
}
