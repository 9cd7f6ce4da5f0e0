package se.varna.common.web;

/**
 * One choice in a form on a page.
 *
 * @param value what is sent
 * @param label what people read
 */
public record Choice(String value, String label) {}
