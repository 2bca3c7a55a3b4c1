// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import jp.torokubo.ground.refusal.Refused;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a parameter with the character U+0000 in it: nobody types it, and no text in the database can hold it. */
final class RefuseNul implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var found = request.getParameterMap().entrySet().stream()
                .anyMatch(given -> given.getKey().indexOf(0) >= 0
                        || Arrays.stream(given.getValue()).anyMatch(value -> value.indexOf(0) >= 0));
        if (found) {
            throw new Refused(new PagesRefusal.Unreadable());
        }
        return true;
    }
}
