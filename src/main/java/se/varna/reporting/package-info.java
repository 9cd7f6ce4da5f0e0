/** Reporting an incident: whichever way it comes, one use case takes it in, and nothing acknowledged is lost. */
@org.springframework.modulith.ApplicationModule(displayName = "Rapportering")
package se.varna.reporting;
