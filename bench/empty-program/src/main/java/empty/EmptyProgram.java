// SPDX-License-Identifier: Apache-2.0
package empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest program of its kind: what start-up costs before any of our code runs. */
@SpringBootApplication
@RestController
public class EmptyProgram {

    public static void main(String[] arguments) {
        SpringApplication.run(EmptyProgram.class, arguments);
    }

    @GetMapping("/")
    String answer() {
        return "ok";
    }
}
