// SPDX-License-Identifier: Apache-2.0
package outsideissuer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An issuer on a port of its own: Spring's authorization server, with people who have a password and claims like those of GビズID.
 *
 * <pre>
 * var issuer = OutsideIssuer.started(8999, "http://localhost:8090/sign-in/back/gbizid");
 * issuer.person("hanako", Map.of("account_type", "2", "corporate_number", "7123456789012"));
 * </pre>
 */
public final class OutsideIssuer implements AutoCloseable {

    public static final String CLIENT = "torokubo";
    public static final String SECRET = "a secret of the two";
    public static final String PASSWORD = "outside password";

    private final ConfigurableApplicationContext context;
    private final Doings doings;

    /** What the test tells the issuer. */
    static final class Doings {
        final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
        volatile Fault fault = Fault.NONE;
        volatile boolean denies;
    }

    private OutsideIssuer(ConfigurableApplicationContext context) {
        this.context = context;
        this.doings = context.getBean(Doings.class);
    }

    public static OutsideIssuer started(int port, String redirectUri) {
        var application = new SpringApplicationBuilder(IssuerProgram.class).build();
        application.setRegisterShutdownHook(false);
        return new OutsideIssuer(run(application, port, redirectUri));
    }

    private static ConfigurableApplicationContext run(SpringApplication application, int port, String redirectUri) {
        return application.run(
                "--server.port=" + port, "--issuer.redirect-uri=" + redirectUri, "--server.servlet.context-path=/oauth", "--server.servlet.session.cookie.name=issuer-session",
                "--spring.config.name=none", "--spring.main.banner-mode=off", "--logging.level.root=warn");
    }

    public String address() {
        return "http://localhost:" + ((ServletWebServerApplicationContext) context).getWebServer().getPort() + "/oauth/";
    }

    public void person(String login, Map<String, Object> claims) {
        doings.people.put(login, claims);
    }

    /** From now on, until told otherwise. */
    public void fault(Fault fault) {
        doings.fault = fault;
    }

    /** Whether people turn back at the issuer. */
    public void denies(boolean denies) {
        doings.denies = denies;
    }

    @Override
    public void close() {
        context.close();
    }
}
