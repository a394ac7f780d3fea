/**
 * Specs as a person would write them: trees and comments to YAML. Knows neither Kubernetes nor
 * where a spec comes from.
 */
package dev.fairlead.write;
