// SPDX-License-Identifier: Apache-2.0
package brokenhouse;

import org.springframework.web.bind.annotation.GetMapping;

/** A handler without {@code @Admits}. */
public class AdmitsNobodyKnowsWhom {
    @GetMapping("/open-to-somebody")
    String page() {
        return "page";
    }
}
