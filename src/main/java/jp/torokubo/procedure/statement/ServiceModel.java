// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.util.Arrays;
import java.util.Optional;

/** How a service is provided. */
public enum ServiceModel {
    IAAS("IaaS"),
    PAAS("PaaS"),
    SAAS("SaaS");

    private final String code;

    ServiceModel(String code) {
        this.code = code;
    }

    /** As everybody writes it. */
    public String code() {
        return code;
    }

    public static Optional<ServiceModel> of(String code) {
        return Arrays.stream(values()).filter(model -> model.code.equalsIgnoreCase(code)).findFirst();
    }
}
