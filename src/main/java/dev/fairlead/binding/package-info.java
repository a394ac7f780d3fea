/**
 * Volumes and claims, complete, and which claim each volume is bound to. What can't be completed
 * for an earlier finding is left out without a word.
 */
package dev.fairlead.binding;
