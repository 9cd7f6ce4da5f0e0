/** Samråd: Säkerhet och Beredskap takes a case over after the local security officer has been heard (R29, R30). */
@org.springframework.modulith.ApplicationModule(displayName = "Samråd")
package se.varna.consultation;
