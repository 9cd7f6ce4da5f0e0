/** First contact with the exposed person: the provisional level, its deadline, and those who step in when it passes. */
@org.springframework.modulith.ApplicationModule(displayName = "Första kontakt")
package se.varna.contact;
