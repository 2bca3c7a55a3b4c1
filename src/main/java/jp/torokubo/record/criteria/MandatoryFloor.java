// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.criteria;

import java.util.List;

/**
 * What every statement contains in principle (基本言明要件, 管理基準 2.2.4). Where an objective is excluded with a reason, its basic
 * details fall away with it.
 *
 * @param basicDetails the detailed controls whose suffix is B or PB
 */
public record MandatoryFloor(
        List<Control> governance, List<Control> management, List<Control> objectives, List<Control> basicDetails) {

    public int size() {
        return governance.size() + management.size() + objectives.size() + basicDetails.size();
    }
}
