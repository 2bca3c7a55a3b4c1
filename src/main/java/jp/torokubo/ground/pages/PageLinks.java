// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Writes the addresses of {@code @{…}} in templates: {@code /en} before pages where the page is English, the content's hash
 * into the names of assets, nothing before what machines read.
 */
@Component
class PageLinks extends StandardLinkBuilder {

    private final ObjectProvider<ResourceUrlProvider> assets;

    PageLinks(ObjectProvider<ResourceUrlProvider> assets) {
        this.assets = assets;
        setName("torokubo");
        setOrder(1);
    }

    @Override
    protected String computeContextPath(IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return PageAddresses.isPage(base) ? current().prefix() : "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (!link.startsWith("/assets/")) {
            return super.processLink(context, link);
        }
        var provider = assets.getIfAvailable();
        var hashed = provider == null ? null : provider.getForLookupPath(link);
        return hashed == null ? link : hashed;
    }

    private static PageLanguage current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? PageLanguage.of(attributes.getRequest())
                : PageLanguage.JAPANESE;
    }
}
