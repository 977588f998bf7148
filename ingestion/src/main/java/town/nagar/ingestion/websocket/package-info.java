/** Readings over a WebSocket, one a frame. */
@NullMarked
package town.nagar.ingestion.websocket;

import org.jspecify.annotations.NullMarked;
