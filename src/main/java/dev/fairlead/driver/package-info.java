/**
 * What is known about CSI drivers, from {@code drivers/catalogue.yaml}. Knows no rules and no
 * volumes.
 */
package dev.fairlead.driver;
