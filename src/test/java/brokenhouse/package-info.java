// SPDX-License-Identifier: Apache-2.0
/** Classes that break a rule of the house on purpose, so that each rule is seen to fail. The program never meets them. */
package brokenhouse;
