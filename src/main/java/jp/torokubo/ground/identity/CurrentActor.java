// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity;

import java.util.Optional;

/** Who is signed in on this request. */
public interface CurrentActor {

    Optional<Actor> find();

    /** The one who is signed in; a handler that calls this admits nobody else. */
    Actor get();
}
