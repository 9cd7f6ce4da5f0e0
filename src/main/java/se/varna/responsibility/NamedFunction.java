package se.varna.responsibility;

/**
 * A function as it is shown outside.
 *
 * @param role which kind of function, as {@link se.varna.directory.Owner.Function}
 * @param unit the unit's code; null for a party, which would tell someone's political opinion
 * @param name what it is called in Swedish
 */
public record NamedFunction(String role, String unit, String name) {}
