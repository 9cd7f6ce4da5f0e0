package se.varna.responsibility;

import se.varna.directory.Owner;

/** A function that must be told, as an API gives it. */
public record ToldFunction(String role, String unit) {

    public static ToldFunction of(Owner owner) {
        return new ToldFunction(owner.function().name(), owner.publicUnit());
    }
}
