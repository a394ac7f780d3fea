/**
 * A YAML tree that knows where every key and value stood. The nodes are Jackson's, so that a JSON
 * Schema validator can walk them. Knows nothing of parsing, of schemas or of Kubernetes.
 */
package dev.fairlead.document;
