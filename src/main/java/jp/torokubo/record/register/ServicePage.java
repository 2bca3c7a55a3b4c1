// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register;

import java.util.function.Predicate;

/**
 * A page that another module adds to a service of the register. The pages of the service lead to it where there is one.
 *
 * @param path below the service's own address, for example {@code /buyers-sheet}
 * @param messageKey its name
 * @param isThere whether the service has one
 */
public record ServicePage(String path, String messageKey, Predicate<ServiceId> isThere) {}
