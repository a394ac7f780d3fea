/** In-tree volume sources as those of the CSI drivers that serve them today. */
package dev.fairlead.csi;
