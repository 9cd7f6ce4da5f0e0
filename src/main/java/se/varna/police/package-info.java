/** The report to the police: advised always (R6, R42), decided by the exposed person, followed to its outcome. */
@org.springframework.modulith.ApplicationModule(displayName = "Polisanmälan")
package se.varna.police;
