/** Samråd: whoever has a case is heard before another function takes it over, in either direction (R29, R30). */
@org.springframework.modulith.ApplicationModule(displayName = "Samråd")
package se.varna.consultation;
