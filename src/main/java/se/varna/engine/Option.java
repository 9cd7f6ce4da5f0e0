package se.varna.engine;

/**
 * One choice in a form.
 *
 * @param value what is sent
 * @param label what people read
 */
public record Option(String value, String label) {}
