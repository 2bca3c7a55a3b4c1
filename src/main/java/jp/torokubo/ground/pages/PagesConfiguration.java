// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import jp.torokubo.ground.refusal.RefusalWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of this module to work. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    @Bean
    static FilterRegistrationBean<HeadersFilter> headersFilter() {
        var registration = new FilterRegistrationBean<>(new HeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** Before sessions and security: they see the address without its language. */
    @Bean
    static FilterRegistrationBean<LanguageFilter> languageFilter() {
        var registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** Stands innermost among what the server itself says of errors, and so speaks first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerBeforeAnyPage(
            ObjectProvider<RefusalAnswers> answers, ObjectProvider<RefusalWords> words, ObjectProvider<JsonMapper> json) {
        return server -> server.addContextCustomizers(context -> context.getParent().getPipeline()
                .addValve(new AnswerBeforeAnyPage(answers.getObject(), words.getObject(), json.getObject())));
    }

    /** The language comes from the address alone: no cookie, no header, no parameter. */
    @Bean
    static LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return PageLanguage.of(request).locale();
            }

            @Override
            public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the address says the language");
            }
        };
    }

    /** The words of every module, {@code messages/<module>_ja.properties} and {@code …_en.properties}. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_ja.properties");
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - "_ja.properties".length()))
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    static SmartInitializingSingleton templatesKnowTheFrame(
            ThymeleafViewResolver views, SpringTemplateEngine engine, PageLinks links, Frame frame, PageDays days) {
        return () -> {
            views.addStaticVariable("frame", frame);
            views.addStaticVariable("days", days);
            engine.addLinkBuilder(links);
        };
    }

    /** A name with a hash may be kept for ever; changed content has another name. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RefuseNul());
        registry.addInterceptor(new DropUnknownParameters());
    }
}
