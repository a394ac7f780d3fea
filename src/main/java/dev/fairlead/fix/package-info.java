/**
 * Applies the proposals of findings to the text of a spec, and changes nothing else in it. Knows no
 * files: it takes bytes and gives bytes.
 */
package dev.fairlead.fix;
