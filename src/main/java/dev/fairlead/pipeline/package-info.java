/** The order of the rooms: source, schema, normalize, check, render. */
package dev.fairlead.pipeline;
