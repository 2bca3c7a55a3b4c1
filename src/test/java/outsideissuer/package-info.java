// SPDX-License-Identifier: Apache-2.0
/** A real issuer of identities for tests, with its own people and its own faults. Outside the program's packages, so that it is no part of it. */
@NullMarked
package outsideissuer;

import org.jspecify.annotations.NullMarked;
