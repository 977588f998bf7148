package town.nagar.forecast.monitoring;

import town.nagar.contracts.alerts.AlertEvent;

/** The way of alerts to all who show them. */
interface Alerts {
    /** Sends an event; keeps and sends it again while the bus is away. */
    void send(AlertEvent event);
}
