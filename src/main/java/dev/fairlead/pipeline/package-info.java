/**
 * Runs the stages in order: source, schema, spec, binding, wiring, check. A plan without errors can
 * be rendered.
 */
package dev.fairlead.pipeline;
