// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

/**
 * What a module adds to the demo world. Played once, when the demo is loaded, by the module's own use cases; a bean in the profile
 * {@code demo} only. Everything invented bears 例.
 */
public interface DemoScene {

    void play(DemoCast cast);
}
