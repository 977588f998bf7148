package town.nagar.ingestion.idempotency;

/** What is known of an idempotency key. */
public sealed interface Claim {
    /** Nothing yet: the caller has it now, and must finish or abandon it. */
    record Fresh() implements Claim {}

    /** The same payload is being worked on. */
    record Running() implements Claim {}

    /** The key was used with another payload. */
    record OtherPayload() implements Claim {}

    /** The same payload was answered before. */
    record Answered(int status, String body) implements Claim {}
}
