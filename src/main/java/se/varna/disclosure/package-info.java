/** Telling others what they may know, as recorded steps: the party with consent, the owner of a repetition. */
@org.springframework.modulith.ApplicationModule(displayName = "Utlämnande")
package se.varna.disclosure;
