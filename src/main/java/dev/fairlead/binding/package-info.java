/**
 * Completes volumes and claims, and finds out which claim each volume is bound to. Skips those with
 * an error, which has been reported already.
 */
package dev.fairlead.binding;
