/** What every capability shares: how a refusal is said, and which hour it is. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        displayName = "Gemensamt")
package se.varna.common;
