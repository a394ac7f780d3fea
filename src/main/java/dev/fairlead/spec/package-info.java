/**
 * The parts of a spec as written, before any reference is resolved. Reads incomplete specs too,
 * because a wrong type in one place must not hide a dangling reference in another.
 */
package dev.fairlead.spec;
