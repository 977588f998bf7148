/** PyTorch, started when a net is first trained, and one training at a time. */
@NullMarked
package town.nagar.forecast.torch;

import org.jspecify.annotations.NullMarked;
