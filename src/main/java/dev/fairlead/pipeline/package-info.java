/**
 * The order of the rooms: source, schema, spec, binding, wiring, check; what is sound can be
 * rendered.
 */
package dev.fairlead.pipeline;
