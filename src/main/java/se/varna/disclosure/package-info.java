/**
 * Telling others what they may know, as recorded steps: the party with consent, the owner of a repetition, another
 * function of parts that were kept back.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Utlämnande")
package se.varna.disclosure;
