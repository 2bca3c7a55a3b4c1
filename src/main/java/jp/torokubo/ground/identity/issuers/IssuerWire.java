// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.issuers;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the program speaks to issuers itself: it waits for ten seconds at most, and follows nobody elsewhere. */
@Component
class IssuerWire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientHttpRequestFactory requests;

    IssuerWire() {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(PATIENCE);
        this.requests = factory;
    }

    RestClient client() {
        return RestClient.builder().requestFactory(requests).build();
    }

    /** For the exchange of a code for tokens. */
    RestClient forTokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** For keys. */
    RestTemplate template() {
        return new RestTemplate(requests);
    }

    /** For the user's claims. */
    RestTemplate forClaims() {
        var template = template();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }
}
