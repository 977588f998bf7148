/** Training in a process of its own: its memory goes when it ends, and its end is not ours. */
@NullMarked
package town.nagar.forecast.training.apart;

import org.jspecify.annotations.NullMarked;
