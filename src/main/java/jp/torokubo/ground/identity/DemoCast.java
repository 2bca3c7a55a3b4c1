// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.Map;
import java.util.Optional;

/**
 * The people and dossiers of the demo world, by the keys of {@code demo/people.tsv} and {@code demo/dossiers.tsv}. All of them are
 * invented, and bear 例 in their names.
 */
public record DemoCast(Map<String, Actor> people, Map<String, DossierId> dossiers) {

    public Actor person(String key) {
        return Optional.ofNullable(people.get(key)).orElseThrow(() -> new IllegalArgumentException("nobody in the demo is " + key));
    }

    public DossierId dossier(String key) {
        return Optional.ofNullable(dossiers.get(key)).orElseThrow(() -> new IllegalArgumentException("no dossier of the demo is " + key));
    }
}
