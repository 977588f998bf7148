/** Alert episodes: what deserved attention, where, since when and until when. */
@NullMarked
package town.nagar.data.alerts;

import org.jspecify.annotations.NullMarked;
