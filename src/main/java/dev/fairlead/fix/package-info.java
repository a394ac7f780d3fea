/**
 * Applies the proposals of findings to the text of a spec, and changes nothing else in it. Does not
 * know files: takes bytes and returns bytes.
 */
package dev.fairlead.fix;
