package town.nagar.ingestion;

import java.util.List;
import java.util.Optional;
import town.nagar.ingestion.mqtt.MqttIntake;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/** MQTT, where a broker is configured. */
final class MqttPart implements HealthPart, AutoCloseable {
    private final List<MqttIntake> intake;

    MqttPart(Optional<MqttIntake> intake) {
        this.intake = intake.stream().toList();
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Health check() {
        return intake.isEmpty()
                ? Health.degraded("nagar.mqtt.url is not set: no gateways")
                : intake.getFirst().check();
    }

    @Override
    public void close() {
        intake.forEach(MqttIntake::close);
    }
}
