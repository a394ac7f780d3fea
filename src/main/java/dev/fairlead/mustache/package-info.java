/**
 * mustache.java made strict: templates print what a view gives them, encoded, and nothing else.
 * Knows neither what is printed nor how a value becomes YAML.
 */
package dev.fairlead.mustache;
