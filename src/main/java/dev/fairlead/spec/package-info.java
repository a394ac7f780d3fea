/**
 * What stands in a spec, each part parsed once, before anything is resolved. Reads whatever is
 * there, because a shape error in one place must not hide a dangling name in another.
 */
package dev.fairlead.spec;
