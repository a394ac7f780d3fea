/** The order of the rooms: source, schema, normalize, check; what is sound can be rendered. */
package dev.fairlead.pipeline;
