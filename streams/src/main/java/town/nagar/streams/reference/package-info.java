/**
 * What is known of sensors and places while readings pass: the reference topic, kept in broadcast
 * state.
 */
@NullMarked
package town.nagar.streams.reference;

import org.jspecify.annotations.NullMarked;
