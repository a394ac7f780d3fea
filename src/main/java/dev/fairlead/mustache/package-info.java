/**
 * mustache.java made strict: templates print only values of views, and all of them encoded. Does
 * not know what is printed or how a value becomes YAML.
 */
package dev.fairlead.mustache;
