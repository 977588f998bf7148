/** What was measured over a time, raw or in buckets, as a stream of JSON. */
@NullMarked
package town.nagar.data.history;

import org.jspecify.annotations.NullMarked;
