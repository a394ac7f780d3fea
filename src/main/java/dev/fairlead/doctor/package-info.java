/**
 * What is wrong with live volumes and claims, and the command that fixes it. One small class for
 * each kind of trouble. No command loses data: before anything else, a disk is retained.
 */
package dev.fairlead.doctor;
