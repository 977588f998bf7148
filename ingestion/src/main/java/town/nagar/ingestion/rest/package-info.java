/** Readings over HTTP, one or many. */
@NullMarked
package town.nagar.ingestion.rest;

import org.jspecify.annotations.NullMarked;
