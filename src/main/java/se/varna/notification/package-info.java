/** Mail that tells people to sign in, and nothing of what it is about. */
@org.springframework.modulith.ApplicationModule(displayName = "Meddelanden")
package se.varna.notification;
