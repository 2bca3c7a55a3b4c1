// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.downloads;

import java.util.Set;
import jp.torokubo.use.site.openapi.ApiDocument;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which names the members of the API have: read from its document once, for it does not change while the program runs. */
@Component
public class ApiMembers {

    private final ApiDocument document;
    private volatile Set<String> names = Set.of();

    ApiMembers(ApiDocument document) {
        this.document = document;
    }

    public Set<String> names() {
        if (names.isEmpty() && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            names = document.memberNames(document.read(now.getRequest()));
        }
        return names;
    }
}
