/** Translates in-tree volume sources into those of the CSI drivers that serve them today. */
package dev.fairlead.csi;
