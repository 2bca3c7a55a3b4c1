// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private final ApplicationModules modules = ApplicationModules.of(Torokubo.class);

    @Test
    void modulesUseOneAnotherOnlyThroughTheirRoots() {
        modules.verify();
    }
}
