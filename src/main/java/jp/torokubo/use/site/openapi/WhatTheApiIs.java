// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the API says of the whole. It names no host: the API is where the document is. */
@Configuration(proxyBeanMethods = false)
class WhatTheApiIs {

    @Bean
    static OpenApiCustomizer sayWhatTheApiIs() {
        return document -> {
            document.info(new Info()
                    .title("登録簿 Torokubo API")
                    .version("1")
                    .description("""
                            政府のクラウドサービス登録簿を読むための API です。鍵も登録も要りません。知らないことは null と答え、\
                            complete_until より後の日の状態は unknown です。

                            Reads the register of cloud services for the Japanese government. No key, no registration. What is not \
                            known is null; after complete_until the status is unknown.""")
                    .license(new License().name("Apache-2.0 (software)").identifier("Apache-2.0")));
            document.servers(List.of(new Server().url("/")));
            sort(document);
        };
    }

    /** The same document in the same order, whatever the order in which handlers were found. */
    private static void sort(OpenAPI document) {
        if (document.getPaths() != null) {
            var sorted = new TreeMap<>(document.getPaths());
            document.getPaths().clear();
            sorted.forEach(document.getPaths()::addPathItem);
        }
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().schemas(new TreeMap<>(document.getComponents().getSchemas()));
        }
    }
}
