// SPDX-License-Identifier: Apache-2.0
package brokenhouse;

import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL outside a store. */
public record AsksTheDatabase(JdbcClient jdbc) {}
