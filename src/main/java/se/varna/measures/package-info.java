/** Protective measures (R39–R41), from proposal to end; none runs without a day when it is reviewed. */
@org.springframework.modulith.ApplicationModule(displayName = "Åtgärder")
package se.varna.measures;
