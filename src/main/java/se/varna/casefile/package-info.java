/** The case file: what is known of a case, who holds it and what has happened. Everything personal stands here. */
@org.springframework.modulith.ApplicationModule(displayName = "Akt")
package se.varna.casefile;
