/** What a domain makes of the slices of one place, in event time and again when late ones come. */
@NullMarked
package town.nagar.streams.places;

import org.jspecify.annotations.NullMarked;
